package noroshi.emergency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EmergencyStore {

    /** A change in the columns of an emergency: it began and ended when it came into that state. */
    private static final String CHANGE = """
        select *, at as started_at, case when phase = 'closed' then at end as ended_at from emergency_change
        """;

    private final JdbcClient sql;

    EmergencyStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<Emergency> listActive(String government) {
        return sql.sql("select * from emergency where government = :government and ended_at is null order by level"
                        + " desc, started_at, hazard")
                .param("government", government)
                .query(EmergencyStore::row)
                .list();
    }

    /** Of all governments, for workers. */
    List<Emergency> listActive() {
        return sql.sql("select * from emergency where ended_at is null order by government, level desc, started_at,"
                        + " hazard")
                .query(EmergencyStore::row)
                .list();
    }

    List<Emergency> ofEvent(String event) {
        return sql.sql("select * from emergency where event = :event")
                .param("event", event)
                .query(EmergencyStore::row)
                .list();
    }

    /** The same; nobody else changes them until the transaction ends, and what somebody just changed is seen. */
    List<Emergency> lockEvent(String event) {
        return sql.sql("select * from emergency where event = :event for update")
                .param("event", event)
                .query(EmergencyStore::row)
                .list();
    }

    /** Events with an emergency that stands beyond its time. */
    List<String> expiredEvents(Instant now) {
        return sql.sql("select distinct event from emergency where ended_at is null and expires_at <= :now order by"
                        + " event")
                .param("now", Timestamp.from(now))
                .query(String.class)
                .list();
    }

    /** As a telegram or the clock left it. */
    void put(Emergency emergency, Instant now) {
        put(emergency, null, emergency.isActive() ? "" : "終結しました。", now);
    }

    /** The state, and one more line of its timeline. */
    void put(Emergency emergency, @Nullable Long officer, String words, Instant now) {
        save(emergency, now);
        bound("""
            insert into emergency_change (government, event, hazard, level, phase, grade, area, place, mark, source,
                                          article, expires_at, officer, words, at)
            values (:government, :event, :hazard, :level, :phase, :grade, :area, :place, :mark, :source,
                    :article, :expiresAt, :officer, :words, :now)
            """, emergency)
                .param("officer", officer)
                .param("words", words)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** The article that tells of it, once it is written. */
    void attach(Emergency emergency) {
        for (var table : List.of("emergency", "emergency_change"))
            sql.sql("update " + table + " set article = :article where government = :government and event = :event")
                    .param("article", emergency.article())
                    .param("government", emergency.government())
                    .param("event", emergency.event())
                    .update();
    }

    /** Nobody else changes it until the transaction ends. */
    Optional<Emergency> lock(String government, String event) {
        return sql.sql("select * from emergency where government = :government and event = :event for update")
                .param("government", government)
                .param("event", event)
                .query(EmergencyStore::row)
                .optional();
    }

    /** The timeline of an event, the oldest first. */
    List<EmergencyChange> changes(String government, String event) {
        return sql.sql(CHANGE + " where government = :government and event = :event order by id")
                .param("government", government)
                .param("event", event)
                .query(EmergencyStore::change)
                .list();
    }

    /** The newest first. */
    List<EmergencyChange> newestChanges(String government, int max) {
        return sql.sql(CHANGE + " where government = :government order by id desc limit :max")
                .param("government", government)
                .param("max", max)
                .query(EmergencyStore::change)
                .list();
    }

    private static EmergencyChange change(ResultSet row, int n) throws SQLException {
        return new EmergencyChange(
                row.getLong("id"),
                row(row, n),
                row.getObject("officer") != null,
                row.getString("words"),
                row.getTimestamp("at").toInstant());
    }

    private void save(Emergency emergency, Instant now) {
        bound("""
            insert into emergency (government, event, hazard, level, phase, grade, area, place, mark, source, article,
                                   started_at, expires_at, ended_at, changed_at)
            values (:government, :event, :hazard, :level, :phase, :grade, :area, :place, :mark, :source, :article,
                    :startedAt, :expiresAt, :endedAt, :now)
            on conflict (government, event, hazard) do update
               set level = excluded.level, phase = excluded.phase, grade = excluded.grade, area = excluded.area,
                   place = excluded.place, article = excluded.article, started_at = excluded.started_at,
                   expires_at = excluded.expires_at, ended_at = excluded.ended_at, changed_at = excluded.changed_at
            """, emergency)
                .param("startedAt", Timestamp.from(emergency.startedAt()))
                .param("endedAt", emergency.endedAt() == null ? null : Timestamp.from(emergency.endedAt()))
                .param("now", Timestamp.from(now))
                .update();
    }

    private JdbcClient.StatementSpec bound(String statement, Emergency emergency) {
        return sql.sql(statement)
                .param("government", emergency.government())
                .param("event", emergency.event())
                .param("hazard", emergency.hazard().name())
                .param("level", emergency.level().number())
                .param("phase", emergency.phase().code())
                .param("grade", emergency.grade())
                .param("area", emergency.area())
                .param("place", emergency.place())
                .param("mark", emergency.mark())
                .param("source", emergency.source())
                .param("article", emergency.article())
                .param("expiresAt", Timestamp.from(emergency.expiresAt()));
    }

    private static Emergency row(ResultSet row, int n) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        var article = row.getLong("article");
        return new Emergency(
                row.getString("government"),
                row.getString("event"),
                Hazard.valueOf(row.getString("hazard")),
                Level.of(row.getInt("level")),
                Phase.of(row.getString("phase")),
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
