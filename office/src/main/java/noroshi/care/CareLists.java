package noroshi.care;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pages that want somebody's hand: dead links, nobody reads them, they say the same, no way leads there. Reads inside a door of Tenancy. */
@Repository
public class CareLists {

    public static final int ROWS_MAX = 100;
    public static final int CSV_ROWS_MAX = 50_000;
    private static final String BROKEN_OUTSIDE = """
            o.state in ('moved', 'gone', 'unreachable')
            """;

    private final JdbcClient sql;

    CareLists(JdbcClient sql) {
        this.sql = sql;
    }

    /** A public page. @param department code, "" : none; @param writtenBy of the public edition */
    public record Page(
            long article,
            String title,
            String path,
            String department,
            @Nullable Instant publicAt,
            long writtenBy) {}

    /**
     * A link that leads nowhere, or elsewhere.
     *
     * @param state dead (inside), moved, gone or unreachable (outside); @param since null: inside
     * @param status of the last answer, 0: none; @param movedTo the new address, "" : none
     */
    public record Link(
            Page page,
            int number,
            String address,
            String words,
            int line,
            String state,
            String problem,
            @Nullable Instant since,
            int status,
            String movedTo) {}

    /** @param views in the months asked for */
    public record Unread(Page page, long views) {}

    /** @param likeness 0 to 100 */
    public record Twin(Page page, Page other, int likeness, boolean sameTitle) {}

    /** What somebody was asked to do. @param wish repair or withdraw */
    public record Request(
            long id,
            Page page,
            String wish,
            String note,
            String askedBy,
            Instant askedAt,
            long officer,
            String officerName) {}

    /** @param department null: all; @param max at most {@value #CSV_ROWS_MAX} */
    public List<Link> links(String government, @Nullable String department, int max) {
        return sql.sql("""
                        select %s, l.number, l.address, l.words, l.line, l.problem, coalesce(o.state, '') outside_state,
                               coalesce(o.problem, '') outside_problem, o.since, coalesce(o.status, 0) status,
                               coalesce(o.moved_to, '') moved_to
                          from page_link l %s
                          left join outside_link o on l.kind = 'outside' and o.government = l.government and o.address = l.target
                         where l.government = :government and (l.problem <> '' or %s)
                           and (:department::text is null or c.department = :department)
                         order by (l.problem = ''), o.since, l.article, l.number limit :max
                        """.formatted(PAGE, page("l"), BROKEN_OUTSIDE))
                .param("government", government)
                .param("department", department)
                .param("max", max)
                .query((row, n) -> link(row))
                .list();
    }

    /** How many dead or moved links stand on pages of this department. */
    public int countLinks(String government, String department) {
        return sql.sql("""
                        select count(*) from page_link l
                          join page_check c on c.government = l.government and c.article = l.article
                          left join outside_link o on l.kind = 'outside' and o.government = l.government and o.address = l.target
                         where l.government = :government and (l.problem <> '' or %s) and c.department = :department
                        """.formatted(BROKEN_OUTSIDE))
                .param("government", government)
                .param("department", department)
                .query(Integer.class)
                .single();
    }

    /** Public pages, the least read first, of those that were open all the time. @param months 3, 6 or 12; @param views at most so many */
    public List<Unread> unread(
            String government, @Nullable String department, int months, int views, Instant openSince, int max) {
        var column = months == 3 ? "months3" : months == 6 ? "months6" : "months12";
        return sql.sql("""
                        select %s, coalesce(v.%s, 0) views from article x %s
                          left join page_visit v on v.government = x.government and v.article = x.id
                         where x.government = :government and x.public_edition is not null and x.first_public_at < :open
                           and coalesce(v.%s, 0) <= :views and (:department::text is null or c.department = :department)
                         order by 7, x.first_public_at, x.id limit :max
                        """.formatted(PAGE, column, page("x", "id"), column))
                .param("government", government)
                .param("department", department)
                .param("views", views)
                .param("open", Timestamp.from(openSince))
                .param("max", max)
                .query((row, n) -> new Unread(page(row), row.getLong("views")))
                .list();
    }

    public List<Twin> twins(String government, @Nullable String department, int max) {
        return sql.sql("""
                        select %s, t.likeness, t.same_title, t.other,
                               e2.title other_title, a2.series other_series, a2.first_public_at other_public, e2.written_by other_by,
                               coalesce(c2.department, '') other_department
                          from page_twin t %s
                          join article a2 on a2.government = t.government and a2.id = t.other
                          join edition e2 on e2.government = t.government and e2.article = t.other and e2.number = a2.public_edition
                          left join page_check c2 on c2.government = t.government and c2.article = t.other
                         where t.government = :government
                           and (:department::text is null or c.department = :department or c2.department = :department)
                         order by t.likeness desc, t.same_title desc, t.article limit :max
                        """.formatted(PAGE, page("t")))
                .param("government", government)
                .param("department", department)
                .param("max", max)
                .query((row, n) -> new Twin(
                        page(row),
                        new Page(
                                row.getLong("other"),
                                row.getString("other_title"),
                                "/" + row.getString("other_series") + "/" + row.getLong("other"),
                                row.getString("other_department"),
                                instant(row, "other_public"),
                                row.getLong("other_by")),
                        row.getInt("likeness"),
                        row.getBoolean("same_title")))
                .list();
    }

    /**
     * Pages that a reader only reaches by leafing: no page links to them, and in none of their lists do they stand among the newest, which are all
     * that a list's first page shows.
     *
     * @param newest how many entries a list's first page has
     */
    public List<Page> orphans(String government, @Nullable String department, int newest, Instant openSince, int max) {
        return sql.sql("""
                        select %s from article x %s
                         where x.government = :government and x.public_edition is not null and x.opens_at is null
                           and x.first_public_at < :open
                           and not exists (select from page_link l where l.government = x.government and l.kind = 'article'
                                              and l.target = x.id::text and l.article <> x.id)
                           and not exists (select from listing g join list_end z on z.government = g.government and z.list = g.list
                                            where g.government = x.government and g.article = x.id and g.position > z.position - :newest)
                           and (:department::text is null or c.department = :department)
                         order by x.first_public_at, x.id limit :max
                        """.formatted(PAGE, page("x", "id")))
                .param("government", government)
                .param("department", department)
                .param("newest", newest)
                .param("open", Timestamp.from(openSince))
                .param("max", max)
                .query((row, n) -> page(row))
                .list();
    }

    /** Open ones, the oldest first. @param officer null: whoever was asked */
    public List<Request> requests(String government, @Nullable Long officer, @Nullable String department, int max) {
        return sql.sql("""
                        select %s, r.id, r.wish, r.note, r.asked_at, r.officer, coalesce(b.name, '県の管理者') asked_name,
                               coalesce(f.name, '') officer_name
                          from care_request r %s
                          left join officer b on b.id = r.asked_by left join officer f on f.id = r.officer
                         where r.government = :government and r.done_at is null
                           and (:officer::bigint is null or r.officer = :officer)
                           and (:department::text is null or c.department = :department)
                         order by r.id limit :max
                        """.formatted(PAGE, page("r")))
                .param("government", government)
                .param("officer", officer)
                .param("department", department)
                .param("max", max)
                .query((row, n) -> new Request(
                        row.getLong("id"),
                        page(row),
                        row.getString("wish"),
                        row.getString("note"),
                        row.getString("asked_name"),
                        row.getTimestamp("asked_at").toInstant(),
                        row.getLong("officer"),
                        row.getString("officer_name")))
                .list();
    }

    private static final String PAGE =
            "a.id page_id, e.title page_title, a.series page_series, coalesce(c.department, '') page_department, a.first_public_at page_public, e.written_by page_by";

    private static String page(String alias) {
        return page(alias, "article");
    }

    /** A page's article, public (or newest) edition and check, joined to a table that names the article. */
    private static String page(String alias, String column) {
        return """
               join article a on a.government = %1$s.government and a.id = %1$s.%2$s
               join edition e on e.government = a.government and e.article = a.id
                and e.number = coalesce(a.public_edition, a.newest_edition)
               left join page_check c on c.government = a.government and c.article = a.id
               """.formatted(alias, column);
    }

    private static Page page(ResultSet row) throws SQLException {
        return new Page(
                row.getLong("page_id"),
                row.getString("page_title"),
                "/" + row.getString("page_series") + "/" + row.getLong("page_id"),
                row.getString("page_department"),
                instant(row, "page_public"),
                row.getLong("page_by"));
    }

    private static Link link(ResultSet row) throws SQLException {
        boolean inside = !row.getString("problem").isEmpty();
        return new Link(
                page(row),
                row.getInt("number"),
                row.getString("address"),
                row.getString("words"),
                row.getInt("line"),
                inside ? "dead" : row.getString("outside_state"),
                inside ? row.getString("problem") : row.getString("outside_problem"),
                instant(row, "since"),
                row.getInt("status"),
                row.getString("moved_to"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
