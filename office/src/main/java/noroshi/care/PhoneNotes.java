package noroshi.care;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was told on the telephone. Reads inside a door of Tenancy. */
@Repository
public class PhoneNotes {

    static final Duration CALLERS_KEPT = Duration.ofDays(90);

    private final JdbcClient sql;

    PhoneNotes(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param caller and @param callback may be empty: not told, or forgotten since; @param state of the draft, as articles have it */
    public record Taken(
            long article,
            String what,
            String place,
            @Nullable Instant happenedAt,
            String caller,
            String callback,
            boolean urgent,
            String takenBy,
            Instant takenAt,
            String state) {}

    public List<Taken> list(String government, int max) {
        return sql.sql("""
                        select p.*, coalesce(o.name, '県の管理者') taken_name, a.state from phone_note p
                          join article a on a.government = p.government and a.id = p.article
                          left join officer o on o.id = p.taken_by
                         where p.government = :government order by p.id desc limit :max
                        """)
                .param("government", government)
                .param("max", max)
                .query((row, n) -> {
                    var happened = row.getTimestamp("happened_at");
                    return new Taken(
                            row.getLong("article"),
                            row.getString("what"),
                            row.getString("place"),
                            happened == null ? null : happened.toInstant(),
                            row.getString("caller"),
                            row.getString("callback"),
                            row.getBoolean("urgent"),
                            row.getString("taken_name"),
                            row.getTimestamp("taken_at").toInstant(),
                            row.getString("state"));
                })
                .list();
    }

    /** The draft that a form has become before; empty: none yet. */
    public Optional<Long> findOnce(String government, String once) {
        return sql.sql("select article from phone_note where government = :government and once = :once")
                .param("government", government)
                .param("once", once)
                .query(Long.class)
                .optional();
    }

    /** Callers are forgotten when nobody needs to call back any more. */
    int forgetCallers(String government, Instant now) {
        return sql.sql("""
                        update phone_note set caller = '', callback = ''
                         where government = :government and taken_at < :before and caller || callback <> ''
                        """)
                .param("government", government)
                .param("before", Timestamp.from(now.minus(CALLERS_KEPT)))
                .update();
    }
}
