package noroshi.publishing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import noroshi.publishing.PublicArticle.Correction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What readers may see, for site and channels. Reads inside a door of Tenancy. */
@Repository
public class PublicArticles {

    private final JdbcClient sql;
    private final Listings listings;

    PublicArticles(JdbcClient sql, Listings listings) {
        this.sql = sql;
        this.listings = listings;
    }

    /** The article with its public edition, also when it is only promised ({@code opensAt} set); empty: none, or gone. */
    public Optional<PublicArticle> find(String government, long article) {
        return list(government, List.of(article)).stream().findFirst();
    }

    /** Several at once, by id; those without a public edition are left out. */
    public List<PublicArticle> list(String government, Collection<Long> articles) {
        if (articles.isEmpty()) return List.of();
        record Both(Article article, Edition edition) {}
        var found = sql.sql("""
                        select %s, %s from article a
                          join edition e on e.government = a.government and e.article = a.id and e.number = a.public_edition
                         where a.government = :government and a.id in (:articles) order by a.id
                        """.formatted(ArticleRows.ARTICLE, ArticleRows.EDITION))
                .param("government", government)
                .param("articles", articles)
                .query((row, n) -> new Both(ArticleRows.article(row, n), ArticleRows.edition(row, n)))
                .list();
        var corrections = corrections(government, articles);
        var lists = lists(government, articles);
        var media = media(government, articles);
        return found.stream()
                .map(both -> new PublicArticle(
                        both.article(),
                        both.edition(),
                        corrections.getOrDefault(both.article().id(), List.of()),
                        media.getOrDefault(both.article().id(), List.of()),
                        both.article().isOpen()
                                ? lists.getOrDefault(both.article().id(), List.of())
                                : List.copyOf(listings.concerning(
                                        both.article().series(), both.edition().content()))))
                .toList();
    }

    /** Ids of articles with a public or promised edition after an id, ascending: for building everything anew. */
    public List<Long> listIds(String government, long after, int max) {
        return sql.sql("""
                        select id from article where government = :government and public_edition is not null and id > :after
                         order by id limit :max
                        """)
                .param("government", government)
                .param("after", after)
                .param("max", max)
                .query(Long.class)
                .list();
    }

    /** Articles that readers saw and no longer shall: their addresses answer 410. */
    public List<Article> listGone(String government) {
        return sql.sql("""
                        select %s from article a where a.government = :government and a.public_edition is null
                           and a.first_public_at is not null order by a.id
                        """.formatted(ArticleRows.ARTICLE))
                .param("government", government)
                .query(ArticleRows::article)
                .list();
    }

    /** Articles that will open by the clock, the next first. */
    public List<PublicArticle> listPromised(String government) {
        return list(
                government,
                sql.sql(
                                "select id from article where government = :government and public_edition is not null and opens_at is not null")
                        .param("government", government)
                        .query(Long.class)
                        .list());
    }

    /** The addresses that lead to this article's present one. */
    public List<String> listOldPaths(String government, String path) {
        return sql.sql("select path from moved_page where government = :government and target = :path order by path")
                .param("government", government)
                .param("path", path)
                .query(String.class)
                .list();
    }

    /** Old path → present path, all of a site. */
    public Map<String, String> movedPages(String government) {
        var moved = new java.util.TreeMap<String, String>();
        sql.sql("select path, target from moved_page where government = :government")
                .param("government", government)
                .query(row -> {
                    moved.put(row.getString(1), row.getString(2));
                });
        return moved;
    }

    /** The same, for the address itself and those that begin with it. */
    public Map<String, String> movedUnder(String government, String path) {
        var moved = new java.util.TreeMap<String, String>();
        sql.sql("select path, target from moved_page where government = :government and starts_with(path, :path)")
                .param("government", government)
                .param("path", path)
                .query(row -> {
                    if (row.getString(1).equals(path) || path.endsWith("/"))
                        moved.put(row.getString(1), row.getString(2));
                });
        return moved;
    }

    private Map<Long, List<Correction>> corrections(String government, Collection<Long> articles) {
        record Row(long article, Correction correction) {}
        return sql
                .sql("""
                        select e.article, e.number, min(p.at) at, e.correction from edition e
                          join publication p on p.government = e.government and p.article = e.article and p.edition = e.number
                           and p.act in ('published', 'opened')
                         where e.government = :government and e.article in (:articles) and e.correction <> ''
                         group by e.article, e.number, e.correction order by e.article, e.number
                        """)
                .param("government", government)
                .param("articles", articles)
                .query((row, n) -> new Row(
                        row.getLong("article"),
                        new Correction(
                                row.getInt("number"), row.getTimestamp("at").toInstant(), row.getString("correction"))))
                .list()
                .stream()
                .collect(groupingBy(Row::article, mapping(Row::correction, toList())));
    }

    private Map<Long, List<String>> lists(String government, Collection<Long> articles) {
        record Row(long article, String list) {}
        return sql
                .sql(
                        "select article, list from listing where government = :government and article in (:articles) order by list")
                .param("government", government)
                .param("articles", articles)
                .query(Row.class)
                .list()
                .stream()
                .collect(groupingBy(Row::article, mapping(Row::list, toList())));
    }

    private Map<Long, List<MediaFact>> media(String government, Collection<Long> articles) {
        record Row(long article, MediaFact media) {}
        var rows = new ArrayList<>(sql.sql("""
                        select m.*, x.article from media m join (
                            select a.id article, e.image hash, -1 position from article a
                              join edition e on e.government = a.government and e.article = a.id and e.number = a.public_edition
                             where a.government = :government and a.id in (:articles) and e.image is not null
                            union all
                            select a.id, k.media, k.position from article a
                              join edition_media k on k.government = a.government and k.article = a.id
                               and k.edition = a.public_edition
                             where a.government = :government and a.id in (:articles)) x on x.hash = m.hash
                         where m.government = :government order by x.article, x.position
                        """.replace("m.*", MediaRows.FACT))
                .param("government", government)
                .param("articles", articles)
                .query((row, n) -> new Row(row.getLong("article"), MediaRows.fact(row, n)))
                .list());
        return rows.stream().collect(groupingBy(Row::article, mapping(Row::media, toList())));
    }
}
