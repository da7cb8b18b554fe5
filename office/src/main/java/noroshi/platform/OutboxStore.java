package noroshi.platform;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The outbox's rows: claimed with a lease, removed when done, kept as dead letters when given up. */
@Repository
class OutboxStore {

    static final Duration LEASE = Duration.ofSeconds(60);
    static final int ATTEMPTS_MAX = 12;
    private static final Duration BACK_OFF_MAX = Duration.ofMinutes(10);

    private final JdbcClient sql;
    private final JsonMapper json;

    OutboxStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /**
     * The oldest due rows of a listener, most urgent lane first, leased to the caller.
     *
     * @param since whoever leased before this moment is dead, or lost the database on the way: its lease counts no more
     */
    List<Announcement> claim(String listener, int max, Instant now, Instant since) {
        var free = since.plus(LEASE).isAfter(now) ? since.plus(LEASE) : now;
        return new ArrayList<>(sql
                .sql("""
                        update outbox set leased_until = :lease, attempts = attempts + 1
                         where id in (select id from outbox
                                       where listener = :listener and dead_at is null and due_at <= :now
                                         and (leased_until is null or leased_until < :free)
                                       order by lane, id limit :max for update skip locked)
                        returning id, government, topic, key, facts, created_at, attempts
                        """)
                .param("lease", Timestamp.from(now.plus(LEASE)))
                .param("now", Timestamp.from(now))
                .param("free", Timestamp.from(free))
                .param("listener", listener)
                .param("max", max)
                .query((row, n) -> new Announcement(
                        row.getLong("id"),
                        row.getString("government"),
                        new Event(row.getString("topic"), row.getString("key"), facts(row.getString("facts"))),
                        row.getTimestamp("created_at").toInstant(),
                        row.getInt("attempts")))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparingLong(Announcement::id))
                .toList());
    }

    void done(List<Announcement> batch) {
        sql.sql("delete from outbox where id in (:ids)")
                .param("ids", batch.stream().map(Announcement::id).toList())
                .update();
    }

    /** Their handling was cut off by no fault of theirs: free again at once, and the attempt is not counted. */
    void interrupted(List<Announcement> batch) {
        sql.sql("update outbox set leased_until = null, attempts = greatest(0, attempts - 1) where id in (:ids)")
                .param("ids", batch.stream().map(Announcement::id).toList())
                .update();
    }

    /** Comes again after a growing pause; after the last attempt it stays as a dead letter for a person to see. */
    void failed(List<Announcement> batch, String problem, Instant now) {
        for (var announcement : batch) {
            var pause =
                    Duration.ofMillis(Math.min(BACK_OFF_MAX.toMillis(), 250L << Math.min(20, announcement.attempts())));
            sql.sql("""
                            update outbox
                               set leased_until = null, due_at = :due, problem = :problem,
                                   dead_at = case when attempts >= :most then :now::timestamptz end
                             where id = :id
                            """)
                    .param("due", Timestamp.from(now.plus(pause)))
                    .param("problem", problem)
                    .param("most", ATTEMPTS_MAX)
                    .param("now", Timestamp.from(now))
                    .param("id", announcement.id())
                    .update();
        }
    }

    long waiting() {
        return sql.sql("select count(*) from outbox where dead_at is null")
                .query(Long.class)
                .single();
    }

    long dead() {
        return sql.sql("select count(*) from outbox where dead_at is not null")
                .query(Long.class)
                .single();
    }

    private Map<String, String> facts(String text) {
        return json.readValue(text, new TypeReference<Map<String, String>>() {});
    }
}
