package noroshi.emergency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReplayStore {

    private final JdbcClient sql;

    ReplayStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Replay> findRunning(String government) {
        return sql.sql(
                        "select number, shift_ms, now_at from replay where government = :government and ended_at is null order by number desc limit 1 for update")
                .param("government", government)
                .query(ReplayStore::row)
                .optional();
    }

    Replay get(String government, int number) {
        return sql.sql(
                        "select number, shift_ms, now_at from replay where government = :government and number = :number")
                .param("government", government)
                .param("number", number)
                .query(ReplayStore::row)
                .single();
    }

    int nextNumber(String government) {
        return sql.sql("select coalesce(max(number), 0) + 1 from replay where government = :government")
                .param("government", government)
                .query(Integer.class)
                .single();
    }

    void start(String government, Replay replay, Instant at) {
        sql.sql("""
                        insert into replay (government, number, shift_ms, now_at, started_at)
                        values (:government, :number, :shift, :now, :at)
                        """)
                .param("government", government)
                .param("number", replay.number())
                .param("shift", replay.shift().toMillis())
                .param("now", Timestamp.from(replay.now()))
                .param("at", Timestamp.from(at))
                .update();
    }

    void advance(String government, Replay replay) {
        sql.sql("update replay set now_at = :now where government = :government and number = :number and now_at < :now")
                .param("now", Timestamp.from(replay.now()))
                .param("government", government)
                .param("number", replay.number())
                .update();
    }

    void end(String government, Replay replay, Instant at) {
        sql.sql("update replay set ended_at = :at where government = :government and number = :number")
                .param("at", Timestamp.from(at))
                .param("government", government)
                .param("number", replay.number())
                .update();
    }

    private static Replay row(ResultSet row, int n) throws SQLException {
        return new Replay(
                row.getInt("number"),
                Duration.ofMillis(row.getLong("shift_ms")),
                row.getTimestamp("now_at").toInstant());
    }
}
