package noroshi.shelters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import noroshi.shelters.Report.Held;
import noroshi.shelters.Report.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The log of reports: rows are added, never changed. */
@Repository
class ReportStore {

    static final String COLUMNS = """
            r.id as r_id, r.place as r_place, r.at as r_at, r.received_at as r_received, r.state as r_state, r.people as r_people,
            r.households as r_households, r.voluntary_people as r_voluntary_people, r.voluntary_households as r_voluntary_households,
            r.crowding as r_crowding, r.water as r_water, r.food as r_food, r.medical as r_medical, r.pets as r_pets,
            r.wheelchair as r_wheelchair, r.note as r_note, r.next_update as r_next, r.source as r_source, r.officer as r_officer,
            r.device as r_device, r.held as r_held,
            (r.held = 'CONFLICT' and not exists (
                select 1 from shelter_dispute q where q.government = r.government and q.report = r.id)) as r_disputed
            """;

    private final JdbcClient sql;

    ReportStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * A report before it has a number.
     *
     * @param letter id of the Letter that brought it, else null; @param seen number of the report its sender had before them, 0: none, null: unknown
     */
    record Arrival(
            String government,
            long place,
            Told told,
            Instant receivedAt,
            Source source,
            @Nullable Long officer,
            @Nullable Long device,
            @Nullable String letter,
            @Nullable Long seen) {}

    long add(Arrival arrival, Held held) {
        return sql.sql("""
                        insert into shelter_report (government, place, at, received_at, state, people, households, voluntary_people,
                                                    voluntary_households, crowding, water, food, medical, pets, wheelchair, note, next_update,
                                                    source, officer, device, letter, seen, held)
                        values (:government, :place, :at, :received, :state, :people, :households, :voluntaryPeople,
                                :voluntaryHouseholds, :crowding, :water, :food, :medical, :pets, :wheelchair, :note, :next,
                                :source, :officer, :device, :letter, :seen, :held)
                        returning id
                        """).params(parameters(arrival, held)).query(Long.class).single();
    }

    private static Map<String, @Nullable Object> parameters(Arrival arrival, Held held) {
        var told = arrival.told();
        var all = new HashMap<String, @Nullable Object>();
        all.put("government", arrival.government());
        all.put("place", arrival.place());
        all.put("at", Timestamp.from(told.at()));
        all.put("received", Timestamp.from(arrival.receivedAt()));
        all.put("state", told.state().name());
        all.put("people", told.people());
        all.put("households", told.households());
        all.put("voluntaryPeople", told.voluntaryPeople());
        all.put("voluntaryHouseholds", told.voluntaryHouseholds());
        all.put("crowding", told.crowding().name());
        told.needs().forEach((need, answer) -> all.put(need.code(), answer.name()));
        all.put("note", told.note());
        var next = told.nextUpdate();
        all.put("next", next == null ? null : Timestamp.from(next));
        all.put("source", arrival.source().name());
        all.put("officer", arrival.officer());
        all.put("device", arrival.device());
        all.put("letter", arrival.letter());
        all.put("seen", arrival.seen());
        all.put("held", held.name());
        return all;
    }

    boolean isKnown(String government, String letter) {
        return sql.sql("select exists (select from shelter_report where government = :government and letter = :letter)")
                .param("government", government)
                .param("letter", letter)
                .query(Boolean.class)
                .single();
    }

    /** Newest first, by what they tell of. */
    List<Report> log(String government, long place, int max) {
        return sql.sql(
                        "select " + COLUMNS
                                + " from shelter_report r where r.government = :government and r.place = :place order by r.at desc, r.id desc limit :max")
                .param("government", government)
                .param("place", place)
                .param("max", max)
                .query((row, number) -> java.util.Objects.requireNonNull(found(row)))
                .list();
    }

    /** What held when that report came: the newest told until then. */
    Optional<Report> before(String government, long place, Report report) {
        return log(government, place, Shelters.LOG_MAX).stream()
                .filter(one -> one.id() != report.id() && one.receivedAt().compareTo(report.receivedAt()) <= 0)
                .findFirst();
    }

    static @Nullable Report found(ResultSet row) throws SQLException {
        long id = row.getLong("r_id");
        if (row.wasNull()) return null;
        var needs = new EnumMap<Need, Need.Answer>(Need.class);
        for (var need : Need.values()) needs.put(need, Need.Answer.valueOf(row.getString("r_" + need.code())));
        var next = row.getTimestamp("r_next");
        var told = new Told(
                row.getTimestamp("r_at").toInstant(),
                State.valueOf(row.getString("r_state")),
                row.getObject("r_people", Integer.class),
                row.getObject("r_households", Integer.class),
                row.getObject("r_voluntary_people", Integer.class),
                row.getObject("r_voluntary_households", Integer.class),
                Crowding.valueOf(row.getString("r_crowding")),
                needs,
                row.getString("r_note"),
                next == null ? null : next.toInstant());
        return new Report(
                id,
                row.getLong("r_place"),
                told,
                row.getTimestamp("r_received").toInstant(),
                Source.valueOf(row.getString("r_source")),
                row.getObject("r_officer", Long.class),
                row.getObject("r_device", Long.class),
                Held.valueOf(row.getString("r_held")),
                row.getBoolean("r_disputed"));
    }
}
