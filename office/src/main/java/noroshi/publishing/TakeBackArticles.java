package noroshi.publishing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Undoes {@link TakeInArticles}: the rows are as they were before, but for the record of acts. Articles that people have worked on since, or
 * that something else refers to, stay. Runs inside the caller's transaction and door.
 */
@Component
public final class TakeBackArticles {

    /** Rows that came with the article itself, or that the site keeps of it. */
    private static final Set<String> OWN =
            Set.of("edition", "approval", "publication", "listing", "edition_media", "site_place");

    private final JdbcClient sql;
    private final MergedLists merged;

    TakeBackArticles(JdbcClient sql, MergedLists merged) {
        this.sql = sql;
        this.merged = merged;
    }

    /** @return the articles that stay */
    public Set<Long> handle(String government, Collection<Long> articles, FormerPlaces former) {
        var staying = new TreeSet<>(worked(government, articles));
        for (var reference : references()) staying.addAll(referred(government, articles, reference));
        var going = new ArrayList<>(articles);
        going.removeAll(staying);
        for (var table : List.of("site_place", "listing", "publication", "edition_media", "approval", "edition"))
            delete(government, table, "article", going);
        delete(government, "article", "id", going);
        merged.restore(government, former);
        return staying;
    }

    private List<Long> worked(String government, Collection<Long> articles) {
        return sql.sql("""
                        select a.id from article a
                         where a.government = :government and a.id = any (:articles)
                           and (a.newest_edition > 1 or a.state not in ('public', 'draft')
                                or exists (select from approval p where p.government = a.government and p.article = a.id))
                        """)
                .param("government", government)
                .param("articles", ids(articles))
                .query(Long.class)
                .list();
    }

    private record Reference(String table, String column) {}

    /** What refers to articles and does not vanish with them: asked of the catalogue, since other features add such tables. */
    private List<Reference> references() {
        return sql.sql("""
                        select c.conrelid::regclass::text "table", a.attname "column" from pg_constraint c
                          join lateral unnest(c.conkey, c.confkey) k (own, other) on true
                          join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.own
                          join pg_attribute o on o.attrelid = c.confrelid and o.attnum = k.other and o.attname = 'id'
                         where c.contype = 'f' and c.confrelid = 'article'::regclass and c.confdeltype = 'a'
                        """).query(Reference.class).list().stream()
                .filter(reference -> !OWN.contains(reference.table()))
                .toList();
    }

    private List<Long> referred(String government, Collection<Long> articles, Reference reference) {
        return sql.sql("select distinct %s from %s where government = :government and %s = any (:articles)"
                        .formatted(reference.column(), reference.table(), reference.column()))
                .param("government", government)
                .param("articles", ids(articles))
                .query(Long.class)
                .list();
    }

    private void delete(String government, String table, String column, Collection<Long> articles) {
        sql.sql("delete from %s where government = :government and %s = any (:articles)".formatted(table, column))
                .param("government", government)
                .param("articles", ids(articles))
                .update();
    }

    private static Long[] ids(Collection<Long> articles) {
        return articles.toArray(Long[]::new);
    }
}
