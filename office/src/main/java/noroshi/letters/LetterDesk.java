package noroshi.letters;

import static noroshi.platform.Require.require;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import noroshi.letter.LetterId;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Letters that need a person: nobody understood them, acting on them failed, or they could not be opened. */
@Component
public final class LetterDesk {

    public static final int PAGE_MAX = 200;

    private final JdbcClient sql;
    private final JsonMapper json;
    private final LetterIntake intake;
    private final Tenancy tenancy;
    private final Audit audit;

    LetterDesk(JdbcClient sql, JsonMapper json, LetterIntake intake, Tenancy tenancy, Audit audit) {
        this.sql = sql;
        this.json = json;
        this.intake = intake;
        this.tenancy = tenancy;
        this.audit = audit;
    }

    /** Why a Letter needs a person. */
    public enum Status {
        NOT_UNDERSTOOD("内容を確認してください"),
        FAILED("処理に失敗しました"),
        SEALED("開封できません");

        private final String japanese;

        Status(String japanese) {
            this.japanese = japanese;
        }

        public String japanese() {
            return japanese;
        }
    }

    /** @param fields what was written; null when it is sealed or erased */
    public record Open(
            String id,
            String form,
            Instant receivedAt,
            Status status,
            String reason,
            String receiptNumber,
            @Nullable Map<String, String> fields) {}

    /** Oldest first. */
    public List<Open> list(String government, int offset, int max) {
        require(max >= 1 && max <= PAGE_MAX, "A page has 1 to %d letters, not %d.", PAGE_MAX, max);
        return tenancy.in(government, () -> sql.sql("""
                        select id, form, received_at, status, coalesce(problem, '') as problem, receipt_number, fields
                          from letter where government = :government and status <> 'acted'
                         order by received_at, id limit :max offset :offset
                        """)
                .param("government", government)
                .param("max", max)
                .param("offset", offset)
                .query(this::open)
                .list());
    }

    public int count(String government) {
        return tenancy.in(government, () -> sql.sql(
                        "select count(*) from letter where government = :government and status <> 'acted'")
                .param("government", government)
                .query(Integer.class)
                .single());
    }

    /** Lets the handler try again, e.g. after a department was added. False when it is not open (any more). */
    public boolean retry(String government, String id, long officer) {
        tenancy.run(government, () -> audit.record(government, officer, "letter.retried", "letter:" + id, ""));
        return intake.retry(government, LetterId.parse(id));
    }

    private Open open(ResultSet row, int n) throws SQLException {
        var fields = row.getString("fields");
        return new Open(
                row.getString("id"),
                row.getString("form"),
                row.getTimestamp("received_at").toInstant(),
                Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getString("problem"),
                row.getString("receipt_number"),
                fields == null ? null : json.readValue(fields, new TypeReference<Map<String, String>>() {}));
    }
}
