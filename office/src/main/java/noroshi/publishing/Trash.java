package noroshi.publishing;

import static noroshi.publishing.ArticleRows.column;
import static noroshi.publishing.ArticleRows.instant;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** ごみ箱: what lies in it. Reads and writes inside a door of Tenancy. */
@Repository
public class Trash {

    private final JdbcClient sql;

    public Trash(JdbcClient sql) {
        this.sql = sql;
    }

    /** Something in the trash. @param purgedAt set: its words are gone */
    public record Item(String government, long article, long officer, Instant at, boolean purged) {}

    /** An item with the title of its newest edition, for lists. */
    public record Row(Item item, String title, String series, ArticleState state) {}

    public Optional<Item> find(String government, long article) {
        return sql.sql(
                        "select government, article, officer, at, purged_at from trash where government = :government and article = :article")
                .param("government", government)
                .param("article", article)
                .query((row, n) -> new Item(
                        row.getString("government"),
                        row.getLong("article"),
                        row.getLong("officer"),
                        row.getTimestamp("at").toInstant(),
                        instant(row, "purged_at") != null))
                .optional();
    }

    /** What can still be taken out, the newest first. */
    public List<Row> list(String government, int max) {
        return sql.sql("""
                        select t.officer, t.at, a.id, a.series, a.state, e.title from trash t
                          join article a on a.government = t.government and a.id = t.article
                          join edition e on e.government = a.government and e.article = a.id and e.number = a.newest_edition
                         where t.government = :government and t.purged_at is null order by t.at desc, a.id desc limit :max
                        """)
                .param("government", government)
                .param("max", max)
                .query((row, n) -> new Row(
                        new Item(
                                government,
                                row.getLong("id"),
                                row.getLong("officer"),
                                row.getTimestamp("at").toInstant(),
                                false),
                        row.getString("title"),
                        row.getString("series"),
                        ArticleState.of(row.getString("state"))))
                .list();
    }

    /** Through the door to everywhere: what lies there longer than its government wants. */
    List<Item> due(Instant now, int daysByDefault, int max) {
        return sql.sql("""
                        select t.government, t.article, t.officer, t.at from trash t
                          left join workflow_rules r on r.government = t.government
                         where t.purged_at is null and t.at < :now::timestamptz - make_interval(days => coalesce(r.trash_days, :days))
                         order by t.at limit :max
                        """)
                .param("now", column(now))
                .param("days", daysByDefault)
                .param("max", max)
                .query((row, n) -> new Item(
                        row.getString("government"),
                        row.getLong("article"),
                        row.getLong("officer"),
                        row.getTimestamp("at").toInstant(),
                        false))
                .list();
    }

    void put(Article article, long by, Instant at) {
        sql.sql("insert into trash (government, article, officer, at) values (:government, :article, :by, :at)")
                .param("government", article.government())
                .param("article", article.id())
                .param("by", by)
                .param("at", column(at))
                .update();
    }

    boolean takeOut(String government, long article) {
        return sql.sql("delete from trash where government = :government and article = :article and purged_at is null")
                        .param("government", government)
                        .param("article", article)
                        .update()
                > 0;
    }

    /** Held until the transaction ends; empty when it was taken out meanwhile. */
    Optional<Boolean> lockWasPublic(Item item) {
        return sql.sql("""
                        select a.first_public_at is not null from trash t
                          join article a on a.government = t.government and a.id = t.article
                         where t.government = :government and t.article = :article and t.purged_at is null for update of a, t
                        """)
                .param("government", item.government())
                .param("article", item.article())
                .query(Boolean.class)
                .optional();
    }

    /** Nobody but officers ever saw it: nothing of it stays. */
    void erase(Item item) {
        for (var table : List.of("kept_answer", "publication", "approval", "edition_media", "listing", "edition"))
            delete(table, "article", item);
        delete("article", "id", item);
    }

    /** Readers saw it: its words go, its number and the record of its publication stay. */
    void blank(Item item, Instant at) {
        for (var table : List.of("edition_media", "remark", "unsaved_text", "waiver")) delete(table, "article", item);
        sql.sql("""
                        update edition set title = '（削除した記事）', summary = '', body = '（削除しました）', image = null, areas = '{}',
                               topics = '{}', event_starts_at = null, event_ends_at = null, event_place = '', correction = ''
                         where government = :government and article = :article
                        """)
                .param("government", item.government())
                .param("article", item.article())
                .update();
        sql.sql("update trash set purged_at = :at where government = :government and article = :article")
                .param("government", item.government())
                .param("article", item.article())
                .param("at", column(at))
                .update();
    }

    private void delete(String table, String column, Item item) {
        sql.sql("delete from %s where government = :government and %s = :article".formatted(table, column))
                .param("government", item.government())
                .param("article", item.article())
                .update();
    }
}
