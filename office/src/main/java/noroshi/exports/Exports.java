package noroshi.exports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Audit;
import noroshi.platform.Settings;
import noroshi.platform.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asking for exports, receiving and removing them. Administrators only; each act is on the record. */
@Component
public final class Exports {

    private static final int LIST_MAX = 50;
    private static final int UNDER_WAY_MAX = 3;

    private final Tenancy tenancy;
    private final JdbcClient sql;
    private final Audit audit;
    private final Path folder;
    private final ExportBell bell;

    Exports(Tenancy tenancy, JdbcClient sql, Audit audit, Settings settings, ExportBell bell) {
        this.tenancy = tenancy;
        this.sql = sql;
        this.audit = audit;
        this.folder = settings.data().resolve("exports");
        this.bell = bell;
    }

    public sealed interface Outcome {
        record Done(long export) implements Outcome {}

        /** @param field of the form or empty; @param reason Japanese */
        record Refused(String field, String reason) implements Outcome {}
    }

    /** @param subscribers also the addresses of subscribers: personal data, so a reason is needed */
    public Outcome request(String government, boolean subscribers, String reason, Officer by, Instant at) {
        var lacking = lacking(government, by);
        if (lacking.isPresent()) return lacking.get();
        if (subscribers && reason.isBlank())
            return new Outcome.Refused("reason", "登録者のメールアドレスを含める理由を入力してください。記録に残ります。");
        if (reason.length() > 300) return new Outcome.Refused("reason", "理由は300字以内で入力してください。");
        var outcome = tenancy.in(government, () -> create(government, subscribers, reason, by, at));
        bell.ring();
        return outcome;
    }

    private Outcome create(String government, boolean subscribers, String reason, Officer by, Instant at) {
        long underWay = list(government).stream()
                .filter(one -> one.state() == ExportState.WAITING || one.state() == ExportState.WRITING)
                .count();
        if (underWay >= UNDER_WAY_MAX) return new Outcome.Refused("", "作成中の書き出しがあります。終わってからもう一度頼んでください。");
        long id = sql.sql("""
                        insert into export_job (government, subscribers, reason, requested_by, requested_at)
                        values (:government, :subscribers, :reason, :by, :at) returning id
                        """)
                .param("government", government)
                .param("subscribers", subscribers)
                .param("reason", reason.strip())
                .param("by", by.id())
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
        audit.record(
                government,
                by.id(),
                "export.requested",
                "export:" + id,
                subscribers ? "登録者を含む：" + reason.strip() : "登録者を含まない");
        return new Outcome.Done(id);
    }

    private static Optional<Outcome> lacking(String government, Officer by) {
        if (by.mayActFor(government) && by.has(Role.ADMINISTRATOR)) return Optional.empty();
        return Optional.of(new Outcome.Refused("", "書き出しができるのは管理者だけです。所属団体の管理者に依頼してください。"));
    }

    /** Inside a door of Tenancy. The newest first. */
    public List<Export> list(String government) {
        return sql.sql("select * from export_job where government = :government order by id desc limit :max")
                .param("government", government)
                .param("max", LIST_MAX)
                .query(Exports::row)
                .list();
    }

    /** The finished file, to be handed over now: that is on the record. */
    public Optional<Path> receive(String government, long id, Officer by) {
        if (lacking(government, by).isPresent()) return Optional.empty();
        return tenancy.in(government, () -> {
            var found = find(government, id)
                    .filter(one -> one.state() == ExportState.READY)
                    .map(one -> folder.resolve(one.fileName()));
            if (found.isEmpty() || !Files.exists(found.get())) return Optional.<Path>empty();
            audit.record(
                    government,
                    by.id(),
                    "export.received",
                    "export:" + id,
                    found.get().getFileName().toString());
            return found;
        });
    }

    public Outcome remove(String government, long id, Officer by) {
        var lacking = lacking(government, by);
        if (lacking.isPresent()) return lacking.get();
        var found = tenancy.in(government, () -> find(government, id));
        if (found.isEmpty()) return new Outcome.Refused("", "この書き出しは見つかりません。");
        if (found.get().state() == ExportState.WRITING) return new Outcome.Refused("", "作成中の書き出しは消せません。終わってから消してください。");
        try {
            Files.deleteIfExists(folder.resolve(found.get().fileName()));
        } catch (IOException e) {
            return new Outcome.Refused("", "ファイルを消せません。サーバーの管理者に連絡してください。");
        }
        tenancy.run(government, () -> {
            state(government, id, ExportState.GONE, "");
            audit.record(government, by.id(), "export.removed", "export:" + id, "");
        });
        return new Outcome.Done(id);
    }

    Optional<Export> find(String government, long id) {
        return sql.sql("select * from export_job where government = :government and id = :id")
                .param("government", government)
                .param("id", id)
                .query(Exports::row)
                .optional();
    }

    void state(String government, long id, ExportState state, String problem) {
        sql.sql("update export_job set state = :state, problem = :problem where government = :government and id = :id")
                .param("government", government)
                .param("id", id)
                .param("state", state.code())
                .param("problem", problem)
                .update();
    }

    static Export row(ResultSet row, int n) throws SQLException {
        var ready = row.getTimestamp("ready_at");
        return new Export(
                row.getString("government"),
                row.getLong("id"),
                ExportState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getBoolean("subscribers"),
                row.getString("reason"),
                row.getLong("requested_by"),
                row.getTimestamp("requested_at").toInstant(),
                row.getInt("done"),
                row.getInt("total"),
                row.getLong("bytes"),
                row.getString("hash"),
                row.getString("problem"),
                ready == null ? null : ready.toInstant());
    }
}
