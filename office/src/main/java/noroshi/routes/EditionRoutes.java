package noroshi.routes;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The route of each edition, as it was when its review was requested. Reads and writes inside a door of Tenancy. */
@Repository
public class EditionRoutes {

    private final JdbcClient sql;

    public EditionRoutes(JdbcClient sql) {
        this.sql = sql;
    }

    /** A later request for the same edition replaces what an earlier one kept. */
    public void keep(Route route, long article, int edition, Instant at) {
        sql.sql(
                        "delete from edition_route where government = :government and article = :article and edition = :edition")
                .param("government", route.government())
                .param("article", article)
                .param("edition", edition)
                .update();
        sql.sql("""
                        insert into edition_route (government, article, edition, name, readers, reader_departments, kept_at)
                        values (:government, :article, :edition, :name, :readers, :departments, :at)
                        """)
                .param("government", route.government())
                .param("article", article)
                .param("edition", edition)
                .param("name", route.name())
                .param("readers", StepRows.column(route.readers()))
                .param("departments", route.readerDepartments().toArray(String[]::new))
                .param("at", Timestamp.from(at))
                .update();
        for (var step : route.steps()) keep(route.government(), article, edition, step);
    }

    private void keep(String government, long article, int edition, Step step) {
        sql.sql("""
                        insert into edition_step (government, article, edition, position, name, role, department, officers, required)
                        values (:government, :article, :edition, :position, :name, :role, :department, :officers, :required)
                        """)
                .param("government", government)
                .param("article", article)
                .param("edition", edition)
                .param("position", step.position())
                .param("name", step.name())
                .param("role", StepRows.code(step.role()))
                .param("department", step.department())
                .param("officers", StepRows.column(step.officers()))
                .param("required", step.required())
                .update();
    }

    /** Empty when nobody asked since routes exist. */
    public List<Step> steps(String government, long article, int edition) {
        return sql.sql("""
                        select position, name, role, department, false own_department, officers, required from edition_step
                         where government = :government and article = :article and edition = :edition order by position
                        """)
                .param("government", government)
                .param("article", article)
                .param("edition", edition)
                .query(StepRows::step)
                .list();
    }

    /** The steps of every newest edition that is in review, by article. */
    public Map<Long, List<Step>> waiting(String government) {
        record Row(long article, Step step) {}
        var waiting = new TreeMap<Long, List<Step>>();
        sql.sql("""
                        select s.article, s.position, s.name, s.role, s.department, false own_department, s.officers, s.required
                          from edition_step s join article a on a.government = s.government and a.id = s.article
                           and a.newest_edition = s.edition
                         where s.government = :government and a.state = 'review' order by s.article, s.position
                        """)
                .param("government", government)
                .query((row, n) -> new Row(row.getLong("article"), StepRows.step(row, n)))
                .list()
                .forEach(row -> waiting.computeIfAbsent(row.article(), article -> new java.util.ArrayList<>())
                        .add(row.step()));
        return waiting;
    }

    /** Shows the approved edition to those whom its route names; who was shown it before is not asked again. */
    public void circulate(String government, long article, int edition, Instant at) {
        sql.sql("""
                        insert into circulation (government, article, edition, officer, shown_at)
                        select r.government, r.article, r.edition, o.id, :at from edition_route r
                          join officer o on o.government = r.government and o.active and not o.system
                           and (o.id = any (r.readers) or o.department = any (r.reader_departments))
                         where r.government = :government and r.article = :article and r.edition = :edition
                        on conflict do nothing
                        """)
                .param("government", government)
                .param("article", article)
                .param("edition", edition)
                .param("at", Timestamp.from(at))
                .update();
    }
}
