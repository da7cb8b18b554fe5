package noroshi.care;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The pages of other sites that ours link to, each once for a government. Inside a worker's door. */
@Repository
class OutsideLinks {

    private static final Duration LEASE = Duration.ofHours(1);
    private static final int LOOKED_OVER_MAX = 50;

    private final JdbcClient sql;

    OutsideLinks(JdbcClient sql) {
        this.sql = sql;
    }

    record Due(String government, String address, String host, OutsideState known) {}

    /** Those that are due, the longest waiting first. */
    List<Due> due(Instant now) {
        return sql.sql("""
                        select government, address, host, state, since, failing, failures, coalesce(status, 0) status, moved_to, problem,
                               due_at
                          from outside_link where due_at <= :now order by due_at, government, address limit :max
                        """)
                .param("now", Timestamp.from(now))
                .param("max", LOOKED_OVER_MAX)
                .query((row, n) -> {
                    var failing = row.getTimestamp("failing");
                    return new Due(
                            row.getString("government"),
                            row.getString("address"),
                            row.getString("host"),
                            new OutsideState(
                                    row.getString("state"),
                                    row.getTimestamp("since").toInstant(),
                                    failing == null ? null : failing.toInstant(),
                                    row.getInt("failures"),
                                    row.getInt("status"),
                                    row.getString("moved_to"),
                                    row.getString("problem"),
                                    row.getTimestamp("due_at").toInstant()));
                })
                .list();
    }

    /** Put aside while it is asked. False: no page links to it any more, and it is forgotten. */
    boolean claim(Due due, Instant now) {
        boolean used = sql.sql("""
                        select exists (select from page_link
                                        where government = :government and kind = 'outside' and target = :address)
                        """)
                .param("government", due.government())
                .param("address", due.address())
                .query(Boolean.class)
                .single();
        sql.sql(
                        used
                                ? "update outside_link set due_at = :later where government = :government and address = :address"
                                : "delete from outside_link where government = :government and address = :address and :later::timestamptz is not null")
                .param("later", Timestamp.from(now.plus(LEASE)))
                .param("government", due.government())
                .param("address", due.address())
                .update();
        return used;
    }

    void put(Due due, OutsideState next, Instant now) {
        var failing = next.failing();
        sql.sql("""
                        update outside_link
                           set state = :state, since = :since, failing = :failing, failures = :failures, status = nullif(:status, 0),
                               moved_to = :moved, problem = :problem, looked_at = :now, due_at = :due
                         where government = :government and address = :address
                        """)
                .param("state", next.state())
                .param("since", Timestamp.from(next.since()))
                .param("failing", failing == null ? null : Timestamp.from(failing))
                .param("failures", next.failures())
                .param("status", next.status())
                .param("moved", next.movedTo())
                .param("problem", next.problem())
                .param("now", Timestamp.from(now))
                .param("due", Timestamp.from(next.dueAt()))
                .param("government", due.government())
                .param("address", due.address())
                .update();
    }
}
