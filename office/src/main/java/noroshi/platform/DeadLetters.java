package noroshi.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What waits in the outbox and what was given up, for people to see and to decide on. Inside a government's door it shows
 * that government's, inside {@link Tenancy#everywhere} all.
 */
@Component
public final class DeadLetters {

    public static final int LISTED_MAX = 200;

    private final JdbcClient sql;
    private final Audit audit;
    private final InstantSource clock;

    DeadLetters(JdbcClient sql, Audit audit, InstantSource clock) {
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param oldest when the longest waiting was announced; null: none waits */
    public record Waiting(
            String listener, long count, @Nullable Instant oldest) {}

    /** @param problem what its listener said last */
    public record DeadLetter(
            long id,
            String government,
            String listener,
            String topic,
            String key,
            int attempts,
            String problem,
            Instant createdAt,
            Instant deadAt) {}

    /** What is still to be done, by listener. */
    public List<Waiting> waiting() {
        return sql.sql("""
                        select listener, count(*) as count, min(created_at) as oldest from outbox
                         where dead_at is null group by listener order by listener
                        """)
                .query((row, n) -> new Waiting(
                        row.getString("listener"),
                        row.getLong("count"),
                        row.getTimestamp("oldest").toInstant()))
                .list();
    }

    /** The newest first, at most {@value #LISTED_MAX}. */
    public List<DeadLetter> list() {
        return sql.sql("""
                        select id, government, listener, topic, key, attempts, coalesce(problem, '') problem, created_at, dead_at
                          from outbox where dead_at is not null order by dead_at desc, id desc limit :max
                        """).param("max", LISTED_MAX).query(DeadLetters::row).list();
    }

    /** It is tried again within a second, with as many attempts as a new one. False when it is not there (any more). */
    public boolean retry(long id, long officer) {
        var now = Timestamp.from(clock.instant());
        var letter = sql.sql("""
                        update outbox set dead_at = null, attempts = 0, due_at = :now, leased_until = null
                         where id = :id and dead_at is not null
                        returning id, government, listener, topic, key, attempts, coalesce(problem, '') problem, created_at,
                                  :now::timestamptz as dead_at
                        """)
                .param("now", now)
                .param("id", id)
                .query(DeadLetters::row)
                .optional();
        letter.ifPresent(found -> record(found, officer, "outbox.retried"));
        return letter.isPresent();
    }

    /** It will never be done. False when it is not there (any more). */
    public boolean discard(long id, long officer) {
        var letter = sql.sql("""
                        delete from outbox where id = :id and dead_at is not null
                        returning id, government, listener, topic, key, attempts, coalesce(problem, '') problem, created_at, dead_at
                        """).param("id", id).query(DeadLetters::row).optional();
        letter.ifPresent(found -> record(found, officer, "outbox.discarded"));
        return letter.isPresent();
    }

    private void record(DeadLetter letter, long officer, String act) {
        audit.record(
                letter.government(),
                officer,
                act,
                "outbox:" + letter.id(),
                "%s %s → %s：%s".formatted(letter.topic(), letter.key(), letter.listener(), letter.problem()));
    }

    private static DeadLetter row(ResultSet row, int n) throws SQLException {
        return new DeadLetter(
                row.getLong("id"),
                row.getString("government"),
                row.getString("listener"),
                row.getString("topic"),
                row.getString("key"),
                row.getInt("attempts"),
                row.getString("problem"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("dead_at").toInstant());
    }
}
