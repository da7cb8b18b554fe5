package noroshi.damage;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import noroshi.damage.Report.Held;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Damaged things, each with the report that holds. The log of reports only grows. */
@Repository
class DamageStore {

    private static final String REPORT = """
            r.id as r_id, r.damage as r_damage, r.at as r_at, r.received_at as r_received, r.state as r_state, r.percent as r_percent,
            r.forecast as r_forecast, r.affected as r_affected, r.extent as r_extent, r.source as r_source, r.next_update as r_next,
            r.officer as r_officer, r.held as r_held
            """;

    private static final String SELECT = """
            select d.*, %s
              from damage d join damage_report r on r.government = d.government and r.id = d.report
             where d.government = :government and
            """.formatted(REPORT);

    private final JdbcClient sql;

    DamageStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Without a report it is in no list: the caller adds its first one. */
    long add(String government, Subject subject, Instant at) {
        return sql.sql("""
                        insert into damage (government, kind, name, operator, district, address, latitude, longitude, changed_at)
                        values (:government, :kind, :name, :operator, :district, :address, :latitude, :longitude, :at) returning id
                        """)
                .params(parameters(government, subject, at))
                .query(Long.class)
                .single();
    }

    void put(String government, long id, Subject subject, Instant at) {
        sql.sql("""
                        update damage set kind = :kind, name = :name, operator = :operator, district = :district, address = :address,
                               latitude = :latitude, longitude = :longitude, changed_at = :at, version = version + 1
                         where government = :government and id = :id
                        """).params(parameters(government, subject, at)).param("id", id).update();
    }

    private static Map<String, @Nullable Object> parameters(String government, Subject subject, Instant at) {
        var all = new HashMap<String, @Nullable Object>();
        var position = subject.position();
        all.put("government", government);
        all.put("kind", subject.kind().name());
        all.put("name", subject.name());
        all.put("operator", subject.operator());
        all.put("district", subject.district());
        all.put("address", subject.address());
        all.put("latitude", position == null ? null : position.latitude());
        all.put("longitude", position == null ? null : position.longitude());
        all.put("at", Timestamp.from(at));
        return all;
    }

    /** @param officer null: not one of this government's; @param seen number of the report its sender had before them */
    record Arrival(
            String government,
            long damage,
            Told told,
            Instant receivedAt,
            @Nullable Long officer,
            long seen) {}

    /** Adds to the log; unless something newer was known, it holds from now on. */
    void add(Arrival arrival, Held held) {
        var told = arrival.told();
        var next = told.nextUpdate();
        var forecast = told.forecast();
        long id = sql.sql("""
                        insert into damage_report (government, damage, at, received_at, state, percent, forecast, affected, extent, source,
                                                   next_update, officer, seen, held)
                        values (:government, :damage, :at, :received, :state, :percent, :forecast, :affected, :extent, :source,
                                :next, :officer, :seen, :held) returning id
                        """)
                .param("government", arrival.government())
                .param("damage", arrival.damage())
                .param("at", Timestamp.from(told.at()))
                .param("received", Timestamp.from(arrival.receivedAt()))
                .param("state", told.state().name())
                .param("percent", told.percent())
                .param("forecast", forecast == null ? null : Date.valueOf(forecast))
                .param("affected", told.affected())
                .param("extent", told.extent())
                .param("source", told.source())
                .param("next", next == null ? null : Timestamp.from(next))
                .param("officer", arrival.officer())
                .param("seen", arrival.seen())
                .param("held", held.name())
                .query(Long.class)
                .single();
        if (held == Held.LATE) return;
        sql.sql("update damage set report = :report where government = :government and id = :damage")
                .param("report", id)
                .param("government", arrival.government())
                .param("damage", arrival.damage())
                .update();
    }

    Optional<Damage> find(String government, long id) {
        return sql.sql(SELECT + "d.id = :id")
                .param("government", government)
                .param("id", id)
                .query(DamageStore::read)
                .optional();
    }

    /** Locks it: reports and corrections of one damage wait for each other. */
    Optional<Damage> lock(String government, long id) {
        sql.sql("select id from damage where government = :government and id = :id for update")
                .param("government", government)
                .param("id", id)
                .query(Long.class)
                .optional();
        return find(government, id);
    }

    /** By id: an order that nothing changes, and what is new comes last. */
    List<Damage> list(String government) {
        return sql.sql(SELECT + "true order by d.id")
                .param("government", government)
                .query(DamageStore::read)
                .list();
    }

    /** Through a worker's door. */
    List<Damage> ofAll(Collection<String> governments) {
        return sql.sql(SELECT.replace("d.government = :government and", "d.government = any(:governments)")
                        + " order by d.government, d.id")
                .param("governments", governments.toArray(String[]::new))
                .query(DamageStore::read)
                .list();
    }

    /** How many stand where, by the names of a prefecture's governments; through a worker's door. @param digits the first two of their codes */
    List<DamageChart.Bar> counts(String digits) {
        var counts = new LinkedHashMap<String, Map<State, Integer>>();
        sql.sql("""
                        select g.name, r.state, count(*) as count
                          from damage d join damage_report r on r.government = d.government and r.id = d.report
                          join government g on g.code = d.government
                         where left(d.government, 2) = :digits group by g.code, g.name, r.state order by g.parent is not null, g.code
                        """).param("digits", digits).query(row -> {
            counts.computeIfAbsent(row.getString("name"), name -> new EnumMap<>(State.class))
                    .put(State.valueOf(row.getString("state")), row.getInt("count"));
        });
        return counts.entrySet().stream()
                .map(entry -> new DamageChart.Bar(entry.getKey(), entry.getValue()))
                .toList();
    }

    long count(String government) {
        return sql.sql("select count(*) from damage where government = :government")
                .param("government", government)
                .query(Long.class)
                .single();
    }

    /** Newest first, by what they tell of. */
    List<Report> log(String government, long damage, int max) {
        return sql.sql(
                        "select " + REPORT
                                + " from damage_report r where r.government = :government and r.damage = :damage order by r.at desc, r.id desc limit :max")
                .param("government", government)
                .param("damage", damage)
                .param("max", max)
                .query((row, number) -> report(row))
                .list();
    }

    private static Damage read(ResultSet row, int number) throws SQLException {
        var latitude = row.getBigDecimal("latitude");
        var subject = new Subject(
                Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("operator"),
                row.getString("district"),
                row.getString("address"),
                latitude == null ? null : new Position(latitude, row.getBigDecimal("longitude")));
        return new Damage(
                row.getString("government"),
                row.getLong("id"),
                row.getInt("version"),
                subject,
                report(row),
                row.getTimestamp("changed_at").toInstant());
    }

    private static Report report(ResultSet row) throws SQLException {
        var next = row.getTimestamp("r_next");
        var forecast = row.getDate("r_forecast");
        var told = new Told(
                row.getTimestamp("r_at").toInstant(),
                State.valueOf(row.getString("r_state")),
                row.getObject("r_percent", Integer.class),
                forecast == null ? null : forecast.toLocalDate(),
                row.getObject("r_affected", Integer.class),
                row.getString("r_extent"),
                row.getString("r_source"),
                next == null ? null : next.toInstant());
        return new Report(
                row.getLong("r_id"),
                row.getLong("r_damage"),
                told,
                row.getTimestamp("r_received").toInstant(),
                row.getObject("r_officer", Long.class),
                Held.valueOf(row.getString("r_held")));
    }
}
