package noroshi.site;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where articles stand in lists, and where they stood when their pages were built last. */
@Repository
class Places {

    record Place(long article, String list, long position) {}

    private final JdbcClient sql;

    Places(JdbcClient sql) {
        this.sql = sql;
    }

    /** Present and former places of the articles; the present ones are remembered for the next time. */
    Set<Place> concerning(String government, Collection<Long> articles) {
        if (articles.isEmpty()) return Set.of();
        var present = read("listing", government, articles);
        var former = read("site_place", government, articles);
        var all = new HashSet<>(former);
        all.addAll(present);
        if (!Set.copyOf(present).equals(Set.copyOf(former))) remember(government, articles, present);
        return all;
    }

    private List<Place> read(String table, String government, Collection<Long> articles) {
        return sql.sql(
                        "select article, list, position from %s where government = :government and article in (:articles)"
                                .formatted(table))
                .param("government", government)
                .param("articles", articles)
                .query(Place.class)
                .list();
    }

    private void remember(String government, Collection<Long> articles, List<Place> present) {
        sql.sql("delete from site_place where government = :government and article in (:articles)")
                .param("government", government)
                .param("articles", articles)
                .update();
        sql.sql("""
                        insert into site_place (government, article, list, position)
                        select government, article, list, position from listing
                         where government = :government and article in (:articles)
                        """).param("government", government).param("articles", articles).update();
    }

    /** The articles standing next to a place, at most one on each side. */
    List<Long> beside(String government, String list, long position) {
        return sql.sql("""
                        (select article from listing where government = :government and list = :list and position < :position
                          order by position desc limit 1)
                        union all
                        (select article from listing where government = :government and list = :list and position > :position
                          order by position limit 1)
                        """)
                .param("government", government)
                .param("list", list)
                .param("position", position)
                .query(Long.class)
                .list();
    }

    /** Whether readers ever saw the article. */
    boolean wasPublic(String government, long article) {
        return sql.sql(
                        "select first_public_at is not null from article where government = :government and id = :article")
                .param("government", government)
                .param("article", article)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }
}
