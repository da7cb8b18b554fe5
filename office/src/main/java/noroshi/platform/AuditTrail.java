package noroshi.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the record of acts, newest first. Reads inside a door of Tenancy. */
@Component
public final class AuditTrail {

    public static final int PAGE_MAX = 200;
    public static final int TABLE_ROWS_MAX = 100_000;

    private final JdbcClient sql;

    AuditTrail(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param officer who acted; null: the system itself */
    public record Entry(long id, Instant at, @Nullable Long officer, String act, String subject, String detail) {}

    /**
     * What to look for.
     *
     * @param act beginning of the act, "" for every act; @param subject the same for what it was done to
     * @param officer null: anyone
     * @param before only entries with a smaller number, for the next page; null: from the newest
     * @param from and @param until moments, until not included; null: whenever
     */
    public record Wanted(
            String act,
            String subject,
            @Nullable Long officer,
            @Nullable Long before,
            @Nullable Instant from,
            @Nullable Instant until) {

        public Wanted(String act, String subject, @Nullable Long officer, @Nullable Long before) {
            this(act, subject, officer, before, null, null);
        }
    }

    public List<Entry> list(String government, Wanted wanted, int max) {
        Require.require(
                max >= 1 && max <= PAGE_MAX, "A page of the record has 1 to %d entries, not %d.", PAGE_MAX, max);
        return asked(government, wanted, max).query(AuditTrail::row).list();
    }

    /** The same for a table to take along, at most {@value #TABLE_ROWS_MAX} entries, without holding them all. */
    public void each(String government, Wanted wanted, Consumer<Entry> entry) {
        asked(government, wanted, TABLE_ROWS_MAX).query(row -> {
            entry.accept(row(row, 0));
        });
    }

    private JdbcClient.StatementSpec asked(String government, Wanted wanted, int max) {
        return sql.sql("""
                        select id, at, officer, act, subject, detail from audit
                         where government = :government
                           and starts_with(act, :act) and starts_with(subject, :subject)
                           and (:officer::bigint is null or officer = :officer)
                           and (:before::bigint is null or id < :before)
                           and (:from::timestamptz is null or at >= :from)
                           and (:until::timestamptz is null or at < :until)
                         order by id desc limit :max
                        """)
                .param("government", government)
                .param("act", wanted.act())
                .param("subject", wanted.subject())
                .param("officer", wanted.officer())
                .param("before", wanted.before())
                .param("from", column(wanted.from()))
                .param("until", column(wanted.until()))
                .param("max", max);
    }

    private static @Nullable Timestamp column(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static Entry row(ResultSet row, int n) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getObject("officer", Long.class),
                row.getString("act"),
                row.getString("subject"),
                row.getString("detail"));
    }
}
