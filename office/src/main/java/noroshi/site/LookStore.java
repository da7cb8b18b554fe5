package noroshi.site;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Drafts and releases of looks. Inside a door of Tenancy. */
@Repository
class LookStore {

    private final JdbcClient sql;
    private final JsonMapper json;

    LookStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** What readers see. */
    SiteLook released(String government) {
        return sql.sql("select look from site_release where government = :government order by number desc limit 1")
                .param("government", government)
                .query(String.class)
                .optional()
                .map(this::read)
                .orElseGet(SiteLook::usual);
    }

    Optional<SiteLook> release(String government, int number) {
        return sql.sql("select look from site_release where government = :government and number = :number")
                .param("government", government)
                .param("number", number)
                .query(String.class)
                .optional()
                .map(this::read);
    }

    List<Looks.Release> releases(String government) {
        return sql.sql("""
                        select r.number, r.note, r.released_at, coalesce(o.name, '県の管理者') as officer from site_release r
                          left join officer o on o.id = r.released_by
                         where r.government = :government order by r.number desc limit 50
                        """)
                .param("government", government)
                .query((row, n) -> new Looks.Release(
                        row.getInt("number"),
                        row.getString("note"),
                        row.getTimestamp("released_at").toInstant(),
                        row.getString("officer")))
                .list();
    }

    Optional<Looks.Draft> draft(String government) {
        return sql.sql("select look, version from site_look where government = :government for update")
                .param("government", government)
                .query((row, n) -> draft(row))
                .optional();
    }

    private Looks.Draft draft(ResultSet row) throws SQLException {
        return new Looks.Draft(read(row.getString("look")), row.getInt("version"));
    }

    void save(String government, SiteLook look, long by, Instant at) {
        sql.sql("""
                        insert into site_look (government, look, version, changed_by, changed_at)
                        values (:government, :look, 1, :by, :at)
                        on conflict (government) do update set look = :look, version = site_look.version + 1, changed_by = :by,
                               changed_at = :at
                        """)
                .param("government", government)
                .param("look", json.writeValueAsString(look))
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    int publish(String government, SiteLook look, String note, long by, Instant at) {
        return sql.sql("""
                        insert into site_release (government, number, look, note, released_by, released_at)
                        values (:government, (select coalesce(max(number), 0) + 1 from site_release where government = :government),
                                :look, :note, :by, :at) returning number
                        """)
                .param("government", government)
                .param("look", json.writeValueAsString(look))
                .param("note", note)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .query(Integer.class)
                .single();
    }

    private SiteLook read(String text) {
        return json.readValue(text, SiteLook.class);
    }
}
