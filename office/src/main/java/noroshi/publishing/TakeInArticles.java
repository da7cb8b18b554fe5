package noroshi.publishing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes in articles that were public elsewhere, with the dates they had there. Runs inside the caller's transaction and door; whether the
 * officer may do so, the caller has decided. Announces nothing: nobody is mailed about old news, and the caller has the site built anew.
 */
@Component
public final class TakeInArticles {

    private static final int ROWS_MAX = 1_000;

    private final JdbcClient sql;
    private final MergedLists merged;
    private final Listings listings;

    TakeInArticles(JdbcClient sql, MergedLists merged, Listings listings) {
        this.sql = sql;
        this.merged = merged;
        this.listings = listings;
    }

    /** @return how the lists stood before, for {@link TakeBackArticles} */
    public FormerPlaces handle(String government, List<IncomingArticle> articles, long by, Instant at) {
        for (int from = 0; from < articles.size(); from += ROWS_MAX) {
            var some = articles.subList(from, Math.min(articles.size(), from + ROWS_MAX));
            articles(government, some, by, at);
            editions(government, some, by, at);
            media(government, some);
            publications(
                    government, some.stream().filter(a -> a.publicAt() != null).toList(), by, at);
            waivers(government, some.stream().filter(a -> a.passed() != null).toList(), by, at);
            audits(government, some, by, at);
        }
        return places(government, articles);
    }

    private void articles(String government, List<IncomingArticle> rows, long by, Instant at) {
        sql.sql("""
                        insert into article (id, government, series, state, newest_edition, public_edition, first_public_at, changed_at,
                               approved_elsewhere, created_by, created_at) overriding system value
                        select id, :government, series, case when first is null then 'draft' else 'public' end, 1,
                               case when first is null then null else 1 end, first, changed, first is not null, :by, :at
                          from unnest(:id::bigint[], :series::text[], :first::timestamptz[], :changed::timestamptz[])
                               x (id, series, first, changed)
                        """)
                .param("government", government)
                .param("id", column(rows, IncomingArticle::id))
                .param("series", column(rows, IncomingArticle::series))
                .param("first", column(rows, IncomingArticle::publicAt))
                .param("changed", column(rows, TakeInArticles::changed))
                .param("by", by)
                .param("at", ArticleRows.column(at))
                .update();
    }

    private static @Nullable Instant changed(IncomingArticle article) {
        return article.changedAt() == null ? article.publicAt() : article.changedAt();
    }

    private void editions(String government, List<IncomingArticle> rows, long by, Instant at) {
        sql.sql("""
                        insert into edition (government, article, number, title, summary, body, areas, topics, department, event_starts_at,
                               event_ends_at, event_place, image, written_by, written_at)
                        select :government, id, 1, title, summary, body, string_to_array(areas, ','), string_to_array(topics, ','),
                               department, starts, ends, place, image, :by, :at
                          from unnest(:id::bigint[], :title::text[], :summary::text[], :body::text[], :areas::text[], :topics::text[],
                                      :department::text[], :starts::timestamptz[], :ends::timestamptz[], :place::text[], :image::text[])
                               x (id, title, summary, body, areas, topics, department, starts, ends, place, image)
                        """)
                .param("government", government)
                .param("id", column(rows, IncomingArticle::id))
                .param("title", column(rows, a -> a.content().title()))
                .param("summary", column(rows, a -> a.content().summary()))
                .param("body", column(rows, a -> a.content().body()))
                .param("areas", column(rows, a -> String.join(",", a.content().areas())))
                .param("topics", column(rows, a -> String.join(",", a.content().topics())))
                .param("department", column(rows, a -> a.content().department()))
                .param("starts", column(rows, a -> happening(a, Happening::startsAt)))
                .param("ends", column(rows, a -> happening(a, Happening::endsAt)))
                .param(
                        "place",
                        column(rows, a -> a.content().happening() == null ? "" : happening(a, Happening::place)))
                .param("image", column(rows, a -> a.content().image()))
                .param("by", by)
                .param("at", ArticleRows.column(at))
                .update();
    }

    private static @Nullable Object happening(IncomingArticle article, Function<Happening, @Nullable Object> value) {
        var happening = article.content().happening();
        return happening == null ? null : value.apply(happening);
    }

    private void media(String government, List<IncomingArticle> rows) {
        record Attached(long article, String media, int position) {}
        var attached = new ArrayList<Attached>();
        for (var row : rows) {
            var hashes = row.content().attachments();
            for (int i = 0; i < hashes.size(); i++) attached.add(new Attached(row.id(), hashes.get(i), i));
        }
        sql.sql("""
                        insert into edition_media (government, article, edition, media, position)
                        select :government, article, 1, media, position
                          from unnest(:article::bigint[], :media::text[], :position::int[]) x (article, media, position)
                        """)
                .param("government", government)
                .param("article", column(attached, Attached::article))
                .param("media", column(attached, Attached::media))
                .param("position", column(attached, Attached::position))
                .update();
    }

    /** The record says when it became public here, and by whom; the page prints when it did first. */
    private void publications(String government, List<IncomingArticle> rows, long by, Instant at) {
        sql.sql("""
                        insert into publication (government, article, edition, act, lane, officer, at)
                        select :government, id, 1, 'published', 'ORDINARY', :by, :at from unnest(:id::bigint[]) x (id)
                        """)
                .param("government", government)
                .param("id", column(rows, IncomingArticle::id))
                .param("by", by)
                .param("at", ArticleRows.column(at))
                .update();
    }

    private void waivers(String government, List<IncomingArticle> rows, long by, Instant at) {
        sql.sql("""
                        insert into waiver (government, article, edition, officer, reason, rules, findings, at)
                        select :government, id, 1, :by, reason, string_to_array(rules, ','), findings, :at
                          from unnest(:id::bigint[], :reason::text[], :rules::text[], :findings::text[]) x (id, reason, rules, findings)
                        """)
                .param("government", government)
                .param("id", column(rows, IncomingArticle::id))
                .param(
                        "reason",
                        column(rows, a -> a.passed() == null ? "" : a.passed().reason()))
                .param(
                        "rules",
                        column(
                                rows,
                                a -> a.passed() == null
                                        ? ""
                                        : String.join(",", a.passed().rules())))
                .param(
                        "findings",
                        column(rows, a -> a.passed() == null ? "" : a.passed().findings()))
                .param("by", by)
                .param("at", ArticleRows.column(at))
                .update();
    }

    private void audits(String government, List<IncomingArticle> rows, long by, Instant at) {
        sql.sql("""
                        insert into audit (government, at, officer, act, subject, detail)
                        select :government, :at, :by, 'article.moved-in', 'article:' || id, source
                          from unnest(:id::bigint[], :source::text[]) x (id, source)
                        """)
                .param("government", government)
                .param("id", column(rows, IncomingArticle::id))
                .param("source", column(rows, IncomingArticle::from))
                .param("by", by)
                .param("at", ArticleRows.column(at))
                .update();
    }

    private FormerPlaces places(String government, List<IncomingArticle> articles) {
        var byList = new TreeMap<String, Map<Long, Instant>>();
        articles.stream()
                .filter(article -> article.publicAt() != null)
                .sorted(Comparator.comparing((IncomingArticle a) -> java.util.Objects.requireNonNull(a.publicAt()))
                        .thenComparing(IncomingArticle::id))
                .forEach(article -> {
                    for (var list : listings.concerning(article.series(), article.content()))
                        byList.computeIfAbsent(list, name -> new LinkedHashMap<>())
                                .put(article.id(), java.util.Objects.requireNonNull(article.publicAt()));
                });
        return merged.enter(government, byList);
    }

    /** A column for unnest: every value as text, for PostgreSQL to read by the cast. */
    private static <T> @Nullable String[] column(List<T> rows, Function<T, @Nullable Object> value) {
        var column = new String[rows.size()];
        for (int i = 0; i < column.length; i++) {
            var cell = value.apply(rows.get(i));
            column[i] = cell == null ? null : cell.toString();
        }
        return column;
    }
}
