package noroshi.publishing;

import static noroshi.publishing.ArticleRows.array;
import static noroshi.publishing.ArticleRows.column;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of articles and editions, as the use cases change them. */
@Repository
class ArticleStore {

    /** Attachments stand before it. */
    static final int IN_BODY_POSITION = 1_000;

    private static final int IN_BODY_MAX = 500;
    private static final Pattern IN_BODY = Pattern.compile("/media/([0-9a-f]{64})");

    private final JdbcClient sql;

    ArticleStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** The article, held until the transaction ends: acts on one article come one after the other. Not from the trash. */
    Optional<Article> lock(String government, long article) {
        return sql.sql(
                        "select %s from article a where a.government = :government and a.id = :article and not exists (select from trash t where t.government = a.government and t.article = a.id) for update of a"
                                .formatted(ArticleRows.ARTICLE))
                .param("government", government)
                .param("article", article)
                .query(ArticleRows::article)
                .optional();
    }

    Optional<Article> lockByOrigin(String government, String origin) {
        return sql.sql("select %s from article a where a.government = :government and a.origin = :origin for update"
                        .formatted(ArticleRows.ARTICLE))
                .param("government", government)
                .param("origin", origin)
                .query(ArticleRows::article)
                .optional();
    }

    Edition edition(Article article, int number) {
        return sql.sql(
                        "select %s from edition e where e.government = :government and e.article = :article and e.number = :number"
                                .formatted(ArticleRows.EDITION))
                .param("government", article.government())
                .param("article", article.id())
                .param("number", number)
                .query(ArticleRows::edition)
                .single();
    }

    Edition newest(Article article) {
        return edition(article, article.newestEdition());
    }

    long create(String government, String series, @Nullable String origin, long by, Instant at) {
        return sql.sql("""
                        insert into article (government, series, origin, created_by, created_at)
                        values (:government, :series, :origin, :by, :at) returning id
                        """)
                .param("government", government)
                .param("series", series)
                .param("origin", origin)
                .param("by", by)
                .param("at", column(at))
                .query(Long.class)
                .single();
    }

    void addEdition(Edition edition) {
        var content = edition.content();
        var happening = content.happening();
        sql.sql("""
                        insert into edition (government, article, number, title, summary, body, areas, topics, department,
                               event_starts_at, event_ends_at, event_place, image, correction, minor, marks, written_by, written_at)
                        values (:government, :article, :number, :title, :summary, :body, :areas, :topics, :department,
                               :starts, :ends, :place, :image, :correction, :minor, :marks, :by, :at)
                        """)
                .param("government", edition.government())
                .param("article", edition.article())
                .param("number", edition.number())
                .param("title", content.title())
                .param("summary", content.summary())
                .param("body", content.body())
                .param("areas", array(content.areas()))
                .param("topics", array(content.topics()))
                .param("department", content.department())
                .param("starts", happening == null ? null : column(happening.startsAt()))
                .param("ends", happening == null ? null : column(happening.endsAt()))
                .param("place", happening == null ? "" : happening.place())
                .param("image", content.image())
                .param("correction", edition.change().correction())
                .param("minor", edition.change().minor())
                .param("marks", content.marks().code())
                .param("by", edition.writtenBy())
                .param("at", column(edition.writtenAt()))
                .update();
        for (int i = 0; i < content.attachments().size(); i++)
            attach(edition, content.attachments().get(i), i);
        inBody(edition);
    }

    /** What the body shows or links becomes public with it; what is no media of the government's is no concern here. */
    private void inBody(Edition edition) {
        var content = edition.content();
        var hashes = IN_BODY.matcher(content.body())
                .results()
                .map(found -> found.group(1))
                .filter(hash -> !content.attachments().contains(hash))
                .distinct()
                .limit(IN_BODY_MAX)
                .toArray(String[]::new);
        if (hashes.length == 0) return;
        sql.sql("""
                        insert into edition_media (government, article, edition, media, position)
                        select m.government, :article, :edition, m.hash, :position + h.n
                          from unnest(:hashes::text[]) with ordinality h (hash, n)
                          join media m on m.government = :government and m.hash = h.hash
                        """)
                .param("government", edition.government())
                .param("article", edition.article())
                .param("edition", edition.number())
                .param("position", IN_BODY_POSITION)
                .param("hashes", hashes)
                .update();
    }

    private void attach(Edition edition, String media, int position) {
        sql.sql("""
                        insert into edition_media (government, article, edition, media, position)
                        values (:government, :article, :edition, :media, :position)
                        """)
                .param("government", edition.government())
                .param("article", edition.article())
                .param("edition", edition.number())
                .param("media", media)
                .param("position", position)
                .update();
    }

    /** The changeable columns of the article, as they stand in the value. */
    void save(Article article) {
        sql.sql("""
                        update article
                           set series = :series, state = :state, newest_edition = :newest, public_edition = :public,
                               opens_at = :opens, closes_at = :closes, first_public_at = :first, changed_at = :changed,
                               lane = :lane, review_due = :due, approved_elsewhere = :elsewhere
                         where government = :government and id = :id
                        """)
                .param("government", article.government())
                .param("id", article.id())
                .param("series", article.series())
                .param("state", article.state().code())
                .param("newest", article.newestEdition())
                .param("public", article.publicEdition())
                .param("opens", column(article.opensAt()))
                .param("closes", column(article.closesAt()))
                .param("first", column(article.firstPublicAt()))
                .param("changed", column(article.changedAt()))
                .param("lane", article.lane().name())
                .param("due", article.reviewDue())
                .param("elsewhere", article.approvedElsewhere())
                .update();
    }
}
