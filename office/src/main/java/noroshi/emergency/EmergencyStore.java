package noroshi.emergency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EmergencyStore {

    private final JdbcClient sql;

    EmergencyStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<Emergency> listActive(String government) {
        return sql.sql(
                        "select * from emergency where government = :government and ended_at is null order by level desc, started_at, hazard")
                .param("government", government)
                .query(EmergencyStore::row)
                .list();
    }

    /** Of all governments, for workers. */
    List<Emergency> listActive() {
        return sql.sql(
                        "select * from emergency where ended_at is null order by government, level desc, started_at, hazard")
                .query(EmergencyStore::row)
                .list();
    }

    List<Emergency> ofEvent(String event) {
        return sql.sql("select * from emergency where event = :event")
                .param("event", event)
                .query(EmergencyStore::row)
                .list();
    }

    /** Events with an emergency that stands beyond its time. */
    List<String> expiredEvents(Instant now) {
        return sql.sql(
                        "select distinct event from emergency where ended_at is null and expires_at <= :now order by event")
                .param("now", Timestamp.from(now))
                .query(String.class)
                .list();
    }

    void put(Emergency emergency, Instant now) {
        sql.sql("""
                        insert into emergency (government, event, hazard, level, phase, grade, area, place, mark, source, article,
                                               started_at, expires_at, ended_at, changed_at)
                        values (:government, :event, :hazard, :level, :phase, :grade, :area, :place, :mark, :source, :article,
                                :startedAt, :expiresAt, :endedAt, :now)
                        on conflict (government, event, hazard) do update
                           set level = excluded.level, phase = excluded.phase, grade = excluded.grade, area = excluded.area,
                               place = excluded.place, article = excluded.article, started_at = excluded.started_at,
                               expires_at = excluded.expires_at, ended_at = excluded.ended_at, changed_at = excluded.changed_at
                        """)
                .param("government", emergency.government())
                .param("event", emergency.event())
                .param("hazard", emergency.hazard().name())
                .param("level", emergency.level().number())
                .param("phase", emergency.phase())
                .param("grade", emergency.grade())
                .param("area", emergency.area())
                .param("place", emergency.place())
                .param("mark", emergency.mark())
                .param("source", emergency.source())
                .param("article", emergency.article())
                .param("startedAt", Timestamp.from(emergency.startedAt()))
                .param("expiresAt", Timestamp.from(emergency.expiresAt()))
                .param("endedAt", emergency.endedAt() == null ? null : Timestamp.from(emergency.endedAt()))
                .param("now", Timestamp.from(now))
                .update();
    }

    private static Emergency row(ResultSet row, int n) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        var article = row.getLong("article");
        return new Emergency(
                row.getString("government"),
                row.getString("event"),
                Hazard.valueOf(row.getString("hazard")),
                Level.of(row.getInt("level")),
                row.getString("phase"),
                row.getString("grade"),
                row.getString("area"),
                row.getString("place"),
                row.getString("mark"),
                row.getString("source"),
                article == 0 ? null : article,
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
