package noroshi.shelters;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import noroshi.shelters.ImportPlan.Known;
import noroshi.shelters.ImportRow.Verdict;
import noroshi.standards.opendata.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The numbers of places, and the lists that were taken in. */
@Repository
class ImportStore {

    private final JdbcClient sql;

    ImportStore(JdbcClient sql) {
        this.sql = sql;
    }

    Map<Place.Key, Known> keys(String government, String kind) {
        var keys = new HashMap<Place.Key, Known>();
        sql.sql("select scheme, key, place, made from place_key where government = :government and kind = :kind")
                .param("government", government)
                .param("kind", kind)
                .query(row -> {
                    keys.put(
                            new Place.Key(row.getString("scheme"), row.getString("key")),
                            new Known(row.getLong("place"), row.getBoolean("made")));
                });
        return keys;
    }

    void addKey(String government, String kind, Place.Key key, long place, boolean made) {
        sql.sql(
                        "insert into place_key (government, kind, scheme, key, place, made) values (:government, :kind, :scheme, :key, :place, :made)")
                .param("government", government)
                .param("kind", kind)
                .param("scheme", key.scheme())
                .param("key", key.id())
                .param("place", place)
                .param("made", made)
                .update();
    }

    void removeKey(String government, String kind, String scheme, String key) {
        sql.sql(
                        "delete from place_key where government = :government and kind = :kind and scheme = :scheme and key = :key")
                .param("government", government)
                .param("kind", kind)
                .param("scheme", scheme)
                .param("key", key)
                .update();
    }

    /** @param rows of the file, accepted or not */
    public record Import(
            long id, String kind, String file, String form, int rows, boolean undone, long officer, Instant at) {}

    long begin(String government, Import draft) {
        return sql.sql("""
                        insert into place_import (government, kind, file, form, rows, state, officer, at)
                        values (:government, :kind, :file, :form, :rows, 'done', :officer, :at) returning id
                        """)
                .param("government", government)
                .param("kind", draft.kind())
                .param("file", draft.file())
                .param("form", draft.form())
                .param("rows", draft.rows())
                .param("officer", draft.officer())
                .param("at", Timestamp.from(draft.at()))
                .query(Long.class)
                .single();
    }

    /** With the place as it is before the row changes it. */
    void row(String government, long id, ImportRow row) {
        var key = row.key();
        sql.sql("""
                        insert into place_import_row (government, import, line, name, verdict, detail, place, scheme, key, before)
                        values (:government, :import, :line, :name, :verdict, :detail, :place, :scheme, :key,
                                (select to_jsonb(p) from place p where p.government = :government and p.id = :place))
                        """)
                .param("government", government)
                .param("import", id)
                .param("line", row.line())
                .param("name", row.name())
                .param("verdict", row.verdict().name())
                .param("detail", row.detail())
                .param("place", row.place())
                .param("scheme", key == null ? "" : key.scheme())
                .param("key", key == null ? "" : key.id())
                .update();
    }

    /** The version that the import left. */
    void became(String government, long id, int line, long place, int version) {
        sql.sql("""
                        update place_import_row set place = :place, version = :version
                         where government = :government and import = :import and line = :line
                        """)
                .param("government", government)
                .param("import", id)
                .param("line", line)
                .param("place", place)
                .param("version", version)
                .update();
    }

    List<Import> list(String government, int max) {
        return sql.sql("select * from place_import where government = :government order by id desc limit :max")
                .param("government", government)
                .param("max", max)
                .query(ImportStore::read)
                .list();
    }

    Optional<Import> lock(String government, long id) {
        return sql.sql("select * from place_import where government = :government and id = :id for update")
                .param("government", government)
                .param("id", id)
                .query(ImportStore::read)
                .optional();
    }

    /** A list taken in later over the same places: it must be taken back first. */
    Optional<String> younger(String government, Import one) {
        return sql.sql(
                        "select file from place_import where government = :government and kind = :kind and id > :id and state = 'done' order by id desc limit 1")
                .param("government", government)
                .param("kind", one.kind())
                .param("id", one.id())
                .query(String.class)
                .optional();
    }

    void undone(String government, long id, Instant at) {
        sql.sql("update place_import set state = 'undone', undone_at = :at where government = :government and id = :id")
                .param("government", government)
                .param("id", id)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** @param version that the import left; null: the row changed nothing */
    record Done(ImportRow row, @Nullable Integer version) {}

    List<Done> rows(String government, long id) {
        return sql.sql("select * from place_import_row where government = :government and import = :id order by line")
                .param("government", government)
                .param("id", id)
                .query((row, number) -> new Done(
                        new ImportRow(
                                row.getInt("line"),
                                row.getString("name"),
                                Verdict.valueOf(row.getString("verdict")),
                                row.getString("detail"),
                                row.getObject("place", Long.class),
                                new Place.Key(row.getString("scheme"), row.getString("key"))),
                        row.getObject("version", Integer.class)))
                .list();
    }

    /** Puts a place back to what it was before that row, unless somebody changed it since. @return whether it was put back */
    boolean restore(String government, long id, int line, Instant at) {
        return sql.sql("""
                        update place p set name = b.name, kana = b.kana, municipality = b.municipality, address = b.address,
                               building = b.building, district = b.district, latitude = b.latitude, longitude = b.longitude,
                               altitude = b.altitude, phone = b.phone, designation = b.designation, hazards = b.hazards,
                               capacity = b.capacity, capacity_text = b.capacity_text, audience = b.audience, url = b.url, note = b.note,
                               further = b.further, version = p.version + 1, changed_at = :at
                          from place_import_row r, jsonb_populate_record(null::place, r.before) b
                         where r.government = :government and r.import = :import and r.line = :line
                           and p.government = r.government and p.id = r.place and p.version = r.version
                        """)
                        .param("government", government)
                        .param("import", id)
                        .param("line", line)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    private static Import read(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Import(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("file"),
                row.getString("form"),
                row.getInt("rows"),
                row.getString("state").equals("undone"),
                row.getLong("officer"),
                row.getTimestamp("at").toInstant());
    }
}
