package noroshi.publishing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Articles and series by the department that answers for them, and how these follow a change of the organisation: whole sets at a time.
 *
 * <p>Which department answers for an article is not one of its words: the editions that readers see, or may see next, follow, without a new
 * edition; older ones keep what they said. Inside a door of Tenancy; whoever calls has checked the rights.
 */
@Repository
public class DepartmentArticles {

    private final JdbcClient sql;

    public DepartmentArticles(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param open readers see it under this department */
    public record Held(long article, String series, String department, boolean open) {}

    /** Articles whose public or later editions name one of the departments, one row for each department they name. */
    public List<Held> list(String government, Collection<String> departments) {
        if (departments.isEmpty()) return List.of();
        return sql.sql("""
                        select a.id article, a.series, e.department,
                               bool_or(a.public_edition = e.number and a.opens_at is null) is true as open
                          from edition e join article a on a.government = e.government and a.id = e.article
                         where e.government = :government and e.department in (:departments)
                           and e.number >= coalesce(a.public_edition, a.newest_edition)
                         group by a.id, a.series, e.department order by a.id, e.department
                        """)
                .param("government", government)
                .param("departments", departments)
                .query(Held.class)
                .list();
    }

    /** Where the list of a department ends; 0: it was never used. */
    public long places(String government, String department) {
        return sql.sql(
                        "select coalesce(max(position), 0) from list_end where government = :government and list = :list")
                .param("government", government)
                .param("list", list(department))
                .query(Long.class)
                .single();
    }

    /** Holds the articles until the transaction ends, so that none is published meanwhile under a department that ends. */
    public void lock(String government, Collection<Long> articles) {
        sql.sql("select id from article where government = :government and id = any(:articles) order by id for update")
                .param("government", government)
                .param("articles", articles.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    /** Those of the articles that name {@code from} name {@code to}; their places in lists follow with {@link #order}. */
    public void move(String government, Collection<Long> articles, String from, String to) {
        sql.sql("""
                        update edition e set department = :to from article a
                         where e.government = :government and e.article = any(:articles) and e.department = :from
                           and a.government = e.government and a.id = e.article
                           and e.number >= coalesce(a.public_edition, a.newest_edition)
                        """)
                .param("government", government)
                .param("articles", articles.toArray(Long[]::new))
                .param("from", from)
                .param("to", to)
                .update();
    }

    /**
     * Gives every open article of the departments its place anew, by the date it opened: a list that was two would else show old articles
     * before new ones. The one exception from places that never change.
     */
    public void order(String government, Collection<String> departments) {
        for (var department : new TreeSet<>(departments)) {
            // Its row is the lock under which places are allotted.
            sql.sql("""
                            insert into list_end (government, list, position) values (:government, :list, 0)
                            on conflict (government, list) do update set position = list_end.position
                            """)
                    .param("government", government)
                    .param("list", list(department))
                    .update();
            sql.sql("delete from listing where government = :government and list = :list")
                    .param("government", government)
                    .param("list", list(department))
                    .update();
            int open = sql.sql("""
                            insert into listing (government, list, position, article)
                            select a.government, :list, row_number() over (order by a.first_public_at, a.id), a.id
                              from edition e join article a on a.government = e.government and a.id = e.article
                               and a.public_edition = e.number
                             where e.government = :government and e.department = :department and a.opens_at is null
                            """)
                    .param("government", government)
                    .param("list", list(department))
                    .param("department", department)
                    .update();
            sql.sql("update list_end set position = :open where government = :government and list = :list")
                    .param("open", open)
                    .param("government", government)
                    .param("list", list(department))
                    .update();
        }
    }

    public List<Series> listSeries(String government, Collection<String> departments) {
        if (departments.isEmpty()) return List.of();
        return sql.sql("""
                        select government, code, name, description, layout, department, topic, approvals from series
                         where government = :government and department in (:departments) order by position, code
                        """)
                .param("government", government)
                .param("departments", departments)
                .query(Series.class)
                .list();
    }

    /** Those of the series that belong to {@code from} belong to {@code to}. */
    public void moveSeries(String government, Collection<String> series, String from, String to) {
        sql.sql("""
                        update series set department = :to
                         where government = :government and department = :from and code = any(:series)
                        """)
                .param("government", government)
                .param("from", from)
                .param("to", to)
                .param("series", series.toArray(String[]::new))
                .update();
    }

    /** From now on these addresses lead there, and what led to them leads there too. */
    public void lead(String government, Map<String, String> addresses, Instant at) {
        var from = addresses.keySet().toArray(String[]::new);
        var to = List.of(from).stream().map(addresses::get).toArray(String[]::new);
        sql.sql("delete from moved_page where government = :government and path = any(:to)")
                .param("government", government)
                .param("to", to)
                .update();
        sql.sql("""
                        update moved_page m set target = x.target from unnest(:from::text[], :to::text[]) x (path, target)
                         where m.government = :government and m.target = x.path
                        """)
                .param("government", government)
                .param("from", from)
                .param("to", to)
                .update();
        sql.sql("""
                        insert into moved_page (government, path, target, at)
                        select :government, path, target, :at from unnest(:from::text[], :to::text[]) x (path, target)
                        on conflict (government, path) do update set target = excluded.target, at = excluded.at
                        """)
                .param("government", government)
                .param("from", from)
                .param("to", to)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** These addresses, and the numbered pages under them, show what is theirs again. */
    public void forget(String government, Collection<String> addresses) {
        sql.sql("""
                        delete from moved_page m using unnest(:addresses::text[]) x (path)
                         where m.government = :government and (m.path = x.path or starts_with(m.path, x.path || 'p/'))
                        """)
                .param("government", government)
                .param("addresses", addresses.toArray(String[]::new))
                .update();
    }

    private static String list(String department) {
        return "department:" + department;
    }
}
