package noroshi.publishing;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import noroshi.people.Directory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The places of articles in lists. Allotted from the oldest without a gap and never changed. */
@Repository
class Listings {

    private final JdbcClient sql;
    private final Directory directory;

    Listings(JdbcClient sql, Directory directory) {
        this.sql = sql;
        this.directory = directory;
    }

    /** The lists in which an edition stands: the site, its series, its areas and those around them, topics, department. */
    Set<String> concerning(String series, Content content) {
        var lists = new TreeSet<String>();
        lists.add("site");
        lists.add("series:" + series);
        directory.withContaining(content.areas()).forEach(area -> lists.add("area:" + area));
        content.topics().forEach(topic -> lists.add("topic:" + topic));
        if (content.department() != null) lists.add("department:" + content.department());
        return lists;
    }

    /** The areas and those that contain them. */
    Set<String> around(Collection<String> areas) {
        return directory.withContaining(areas);
    }

    Set<String> current(Article article) {
        return new LinkedHashSet<>(
                sql.sql("select list from listing where government = :government and article = :article order by list")
                        .param("government", article.government())
                        .param("article", article.id())
                        .query(String.class)
                        .list());
    }

    /** Lets the article stand in exactly these lists; where it stood already, its place stays. */
    void place(Article article, Set<String> lists) {
        var current = current(article);
        var left = new TreeSet<>(current);
        left.removeAll(lists);
        remove(article, left);
        var entered = new TreeSet<>(lists);
        entered.removeAll(current);
        if (!entered.isEmpty()) append(article, entered);
    }

    void remove(Article article, Collection<String> lists) {
        if (lists.isEmpty()) return;
        sql.sql("delete from listing where government = :government and article = :article and list in (:lists)")
                .param("government", article.government())
                .param("article", article.id())
                .param("lists", lists)
                .update();
    }

    /** The row of list_end is the lock: two publications never get one place. The order of the set prevents deadlocks. */
    private void append(Article article, TreeSet<String> lists) {
        sql.sql("""
                        with ends as (
                            insert into list_end (government, list, position)
                            select :government, entered.list, 1 from unnest(:lists) with ordinality entered (list, n) order by n
                            on conflict (government, list) do update set position = list_end.position + 1
                            returning list, position)
                        insert into listing (government, list, position, article)
                        select :government, list, position, :article from ends
                        """)
                .param("government", article.government())
                .param("lists", lists.toArray(String[]::new))
                .param("article", article.id())
                .update();
    }
}
