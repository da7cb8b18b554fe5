package noroshi.publishing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The lists of what readers see: {@code site}, {@code series:CODE}, {@code area:CODE}, {@code topic:CODE}, {@code department:CODE}.
 *
 * <p>A place is a position counted from the oldest, from 1; it never changes and stays empty when its article leaves. So page n
 * of a list with 20 on a page holds positions 20(n−1)+1 … 20n for ever. Reads inside a door of Tenancy.
 */
@Repository
public class PublicLists {

    private static final String HEADLINE = """
            select a.id, l.position, a.series, e.title, e.summary, a.first_public_at, a.changed_at, a.opens_at, a.closes_at,
                   a.lane, e.marks, e.event_starts_at, e.event_ends_at, e.event_place,
                   exists (select from edition c join publication p on p.government = c.government and p.article = c.article
                              and p.edition = c.number and p.act in ('published', 'opened')
                            where c.government = a.government and c.article = a.id and c.correction <> '') corrected,
                   %s
              from listing l
              join article a on a.government = l.government and a.id = l.article
              join edition e on e.government = a.government and e.article = a.id and e.number = a.public_edition
              left join media m on m.government = e.government and m.hash = e.image
             where l.government = :government and l.list = :list
            """.formatted(MediaRows.FACT);

    private final JdbcClient sql;

    public PublicLists(JdbcClient sql) {
        this.sql = sql;
    }

    /** The newest articles of a list, the newest first. */
    public List<Headline> newest(String government, String list, int max) {
        return sql.sql(HEADLINE + " order by l.position desc limit :max")
                .param("government", government)
                .param("list", list)
                .param("max", max)
                .query(PublicLists::headline)
                .list();
    }

    /** The articles standing in the places first … last, oldest first; empty places are left out. */
    public List<Headline> places(String government, String list, long first, long last) {
        return sql.sql(HEADLINE + " and l.position between :first and :last order by l.position")
                .param("government", government)
                .param("list", list)
                .param("first", first)
                .param("last", last)
                .query(PublicLists::headline)
                .list();
    }

    /** The last place ever given in a list; 0: the list was never used. */
    public long lastPlace(String government, String list) {
        return sql.sql("select position from list_end where government = :government and list = :list")
                .param("government", government)
                .param("list", list)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** The place of an article in a list; 0: it does not stand there. */
    public long place(String government, String list, long article) {
        return sql.sql(
                        "select position from listing where government = :government and list = :list and article = :article")
                .param("government", government)
                .param("list", list)
                .param("article", article)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** Every list that was ever used. */
    public List<String> listAll(String government) {
        return sql.sql("select list from list_end where government = :government order by list")
                .param("government", government)
                .query(String.class)
                .list();
    }

    private static Headline headline(ResultSet row, int number) throws SQLException {
        var starts = ArticleRows.instant(row, "event_starts_at");
        return new Headline(
                row.getLong("id"),
                row.getLong("position"),
                row.getString("series"),
                row.getString("title"),
                row.getString("summary"),
                ArticleRows.instant(row, "first_public_at"),
                ArticleRows.instant(row, "changed_at"),
                ArticleRows.instant(row, "opens_at"),
                ArticleRows.instant(row, "closes_at"),
                PublishingLane.valueOf(row.getString("lane")),
                Marks.of(row.getString("marks")),
                starts == null
                        ? null
                        : new Happening(
                                starts, ArticleRows.instant(row, "event_ends_at"), row.getString("event_place")),
                row.getString("m_hash") == null ? null : MediaRows.fact(row, number),
                row.getBoolean("corrected"));
    }
}
