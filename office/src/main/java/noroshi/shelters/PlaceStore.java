package noroshi.shelters;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import noroshi.standards.opendata.Designation;
import noroshi.standards.opendata.Hazard;
import noroshi.standards.opendata.Json;
import noroshi.standards.opendata.Position;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The places' rows, each with the report that holds and its number. */
@Repository
class PlaceStore {

    /** A place's own number: that of the list that made it; a list without numbers gives none. */
    private static final String SELECT = """
            select p.*, %s,
                   coalesce((select k.key from place_key k where k.government = p.government and k.place = p.id and k.scheme <> 'name'
                              order by k.made desc, k.scheme, k.key limit 1), '') as number
              from place p left join shelter_report r on r.government = p.government and r.id = p.report
             where p.government = :government and
            """.formatted(ReportStore.COLUMNS);

    private final JdbcClient sql;

    PlaceStore(JdbcClient sql) {
        this.sql = sql;
    }

    long add(String government, Master master, Instant at) {
        return sql.sql("""
                        insert into place (government, kind, name, kana, municipality, address, building, district, latitude, longitude, altitude,
                                           phone, designation, hazards, capacity, capacity_text, audience, url, note, further, changed_at)
                        values (:government, :kind, :name, :kana, :municipality, :address, :building, :district, :latitude, :longitude, :altitude,
                                :phone, :designation, :hazards, :capacity, :capacityText, :audience, :url, :note, :further::jsonb, :at)
                        returning id
                        """)
                .params(parameters(government, master, at))
                .query(Long.class)
                .single();
    }

    /** @return the new version */
    int put(String government, long id, Master master, Instant at) {
        return sql.sql("""
                        update place set name = :name, kana = :kana, municipality = :municipality, address = :address, building = :building,
                               district = :district, latitude = :latitude, longitude = :longitude, altitude = :altitude, phone = :phone,
                               designation = :designation, hazards = :hazards, capacity = :capacity, capacity_text = :capacityText,
                               audience = :audience, url = :url, note = :note, further = :further::jsonb, removed = false, changed_at = :at,
                               version = version + 1
                         where government = :government and id = :id returning version
                        """)
                .params(parameters(government, master, at))
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private static Map<String, @Nullable Object> parameters(String government, Master master, Instant at) {
        var all = new HashMap<String, @Nullable Object>();
        var position = master.position();
        all.put("government", government);
        all.put("kind", master.kind());
        all.put("name", master.name());
        all.put("kana", master.kana());
        all.put("municipality", master.municipality());
        all.put("address", master.address());
        all.put("building", master.building());
        all.put("district", master.district());
        all.put("latitude", position == null ? null : position.latitude());
        all.put("longitude", position == null ? null : position.longitude());
        all.put("altitude", master.altitude());
        all.put("phone", master.phone());
        all.put("designation", master.designation().name());
        all.put("hazards", master.hazards().stream().map(Enum::name).toArray(String[]::new));
        all.put("capacity", master.capacity());
        all.put("capacityText", master.capacityText());
        all.put("audience", master.audience());
        all.put("url", master.url());
        all.put("note", master.note());
        all.put("further", Json.write(master.further()));
        all.put("at", Timestamp.from(at));
        return all;
    }

    Optional<Shelter> find(String government, long id) {
        return sql.sql(SELECT + "p.id = :id and not p.removed")
                .param("government", government)
                .param("id", id)
                .query(PlaceStore::read)
                .optional();
    }

    /** Locks the place: reports and corrections of one shelter wait for each other. */
    Optional<Shelter> lock(String government, long id) {
        sql.sql("select id from place where government = :government and id = :id for update")
                .param("government", government)
                .param("id", id)
                .query(Long.class)
                .optional();
        return find(government, id);
    }

    /** By district and id: an order that reports do not change. */
    List<Shelter> list(String government, String kind) {
        return sql.sql(SELECT + "p.kind = :kind and not p.removed order by p.district collate \"C\", p.id")
                .param("government", government)
                .param("kind", kind)
                .query(PlaceStore::read)
                .list();
    }

    /** Of every kind; through a worker's door. */
    List<Shelter> ofAll(Collection<String> governments) {
        return sql.sql(SELECT.replace("p.government = :government and", "p.government = any(:governments) and")
                        + "not p.removed order by p.government, p.kind, p.district collate \"C\", p.id")
                .param("governments", governments.toArray(String[]::new))
                .query(PlaceStore::read)
                .list();
    }

    Set<String> kinds(String government) {
        return Set.copyOf(sql.sql("select distinct kind from place where government = :government and not removed")
                .param("government", government)
                .query(String.class)
                .list());
    }

    /** The sums of each government of a prefecture, itself first; through a worker's door. @param digits the first two of their codes */
    List<Townwide.Line> lines(String digits) {
        return sql.sql("""
                        select g.code, g.name, count(p.id) as all_of_them, count(*) filter (where r.state in ('OPEN', 'PERMANENT')) as open,
                               coalesce(sum(r.people) filter (where r.state in ('OPEN', 'PERMANENT')), 0) as people,
                               coalesce(sum(r.households) filter (where r.state in ('OPEN', 'PERMANENT')), 0) as households,
                               count(*) filter (where r.state in ('OPEN', 'PERMANENT') and r.people is null) as uncounted, max(r.at) as at
                          from government g left join place p on p.government = g.code and p.kind = :kind and not p.removed
                          left join shelter_report r on r.government = p.government and r.id = p.report
                         where left(g.code, 2) = :digits group by g.code, g.name, g.parent order by g.parent is not null, g.code
                        """)
                .param("kind", Master.SHELTER)
                .param("digits", digits)
                .query((row, number) -> {
                    var at = row.getTimestamp("at");
                    return new Townwide.Line(
                            row.getString("code"),
                            row.getString("name"),
                            row.getLong("all_of_them"),
                            row.getLong("open"),
                            row.getLong("people"),
                            row.getLong("households"),
                            row.getLong("uncounted"),
                            at == null ? null : at.toInstant());
                })
                .list();
    }

    void holds(String government, long place, long report) {
        sql.sql("update place set report = :report where government = :government and id = :place")
                .param("government", government)
                .param("place", place)
                .param("report", report)
                .update();
    }

    void remove(String government, long id, Instant at) {
        sql.sql("delete from place_key where government = :government and place = :id")
                .param("government", government)
                .param("id", id)
                .update();
        sql.sql(
                        "update place set removed = true, version = version + 1, changed_at = :at where government = :government and id = :id")
                .param("government", government)
                .param("id", id)
                .param("at", Timestamp.from(at))
                .update();
    }

    static Shelter read(ResultSet row, int number) throws SQLException {
        return new Shelter(
                row.getString("government"),
                row.getLong("id"),
                row.getInt("version"),
                master(row),
                ReportStore.found(row),
                row.getString("number"),
                row.getTimestamp("changed_at").toInstant());
    }

    private static Master master(ResultSet row) throws SQLException {
        BigDecimal latitude = row.getBigDecimal("latitude");
        return new Master(
                row.getString("kind"),
                row.getString("name"),
                row.getString("kana"),
                row.getString("municipality"),
                row.getString("address"),
                row.getString("building"),
                row.getString("district"),
                latitude == null ? null : new Position(latitude, row.getBigDecimal("longitude")),
                row.getString("altitude"),
                row.getString("phone"),
                Designation.valueOf(row.getString("designation")),
                Arrays.stream((String[]) row.getArray("hazards").getArray())
                        .map(Hazard::valueOf)
                        .collect(Collectors.toSet()),
                row.getInt("capacity"),
                row.getString("capacity_text"),
                row.getString("audience"),
                row.getString("url"),
                row.getString("note"),
                further(row.getString("further")));
    }

    private static Map<String, String> further(String json) {
        var further = new HashMap<String, String>();
        if (Json.read(json) instanceof Map<?, ?> object)
            object.forEach((name, value) -> further.put(String.valueOf(name), String.valueOf(value)));
        return further;
    }
}
