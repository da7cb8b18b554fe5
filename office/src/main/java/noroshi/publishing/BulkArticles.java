package noroshi.publishing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import noroshi.people.Directory;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Adds many finished articles at once, with the very rows that the use cases would have left: editions, approvals,
 * publications, places in lists, audit. Announces nothing: the caller has the site built anew afterwards.
 *
 * <p>Runs inside the door to everywhere. Within a government the oldest comes first, so that lists count from the oldest.
 */
@Component
public final class BulkArticles {

    private static final int ROWS_MAX = 2_000;

    private final JdbcClient sql;
    private final Listings listings;

    BulkArticles(JdbcClient sql, Directory directory) {
        this.sql = sql;
        this.listings = new Listings(sql, directory);
    }

    /** An id for each article to come, ascending: so that they may name one another before they are written. */
    public List<Long> ids(int articles) {
        return sql.sql("select nextval(pg_get_serial_sequence('article', 'id')) from generate_series(1, :articles)")
                .param("articles", articles)
                .query(Long.class)
                .list();
    }

    public void add(Map<Long, FinishedArticle> articles, Instant now) {
        var rows = articles.entrySet().stream()
                .map(entry -> new Row(entry.getKey(), entry.getValue(), now))
                .sorted(Comparator.comparing((Row row) -> row.article().opensAt())
                        .thenComparing(Row::id))
                .toList();
        for (int from = 0; from < rows.size(); from += ROWS_MAX) {
            var some = rows.subList(from, Math.min(rows.size(), from + ROWS_MAX));
            articles(some);
            editions(some);
            media(some);
            approvals(some);
            publications(some);
            audits(some);
            places(some.stream().filter(Row::isOpen).toList());
        }
    }

    private record Row(long id, FinishedArticle article, Instant now) {
        boolean isOpen() {
            return article.isOpen(now);
        }

        Instant writtenAt() {
            var before = article.opensAt().minusSeconds(7_200);
            return before.isAfter(now) ? now : before;
        }
    }

    private void articles(List<Row> rows) {
        sql.sql("""
                        insert into article (id, government, series, state, newest_edition, public_edition, opens_at, closes_at,
                               first_public_at, changed_at, created_by, created_at) overriding system value
                        select * from unnest(:id::bigint[], :government::text[], :series::text[], :state::text[], :newest::int[],
                               :newest::int[], :opens::timestamptz[], :closes::timestamptz[], :first::timestamptz[],
                               :changed::timestamptz[], :by::bigint[], :written::timestamptz[])
                        """)
                .param("id", column(rows, Row::id))
                .param("government", column(rows, r -> r.article().government()))
                .param("series", column(rows, r -> r.article().series()))
                .param("state", column(rows, r -> r.isOpen() ? "public" : "scheduled"))
                .param("newest", column(rows, r -> r.article().newestEdition()))
                .param(
                        "opens",
                        column(rows, r -> r.isOpen() ? null : r.article().opensAt()))
                .param("closes", column(rows, r -> r.article().closesAt()))
                .param("first", column(rows, r -> r.isOpen() ? r.article().opensAt() : null))
                .param("changed", column(rows, r -> r.isOpen() ? changedAt(r.article()) : null))
                .param("by", column(rows, r -> r.article().author()))
                .param("written", column(rows, Row::writtenAt))
                .update();
    }

    private static Instant changedAt(FinishedArticle article) {
        return article.correctedAt() == null ? article.opensAt() : article.correctedAt();
    }

    private record Written(Row row, int number, String correction, Instant at) {}

    private static List<Written> written(List<Row> rows) {
        var editions = new ArrayList<Written>();
        for (var row : rows) {
            editions.add(new Written(row, 1, "", row.writtenAt()));
            var correction = row.article().correction();
            if (correction != null) editions.add(new Written(row, 2, correction, changedAt(row.article())));
        }
        return editions;
    }

    private void editions(List<Row> rows) {
        var editions = written(rows);
        Function<Written, Content> content = w -> w.row().article().content();
        sql.sql("""
                        insert into edition (government, article, number, title, summary, body, areas, topics, department,
                               event_starts_at, event_ends_at, event_place, image, correction, marks, written_by, written_at)
                        select g, a, n, title, summary, body, string_to_array(areas, ','), string_to_array(topics, ','), department,
                               starts, ends, place, image, correction, marks, by, at
                          from unnest(:government::text[], :article::bigint[], :number::int[], :title::text[], :summary::text[],
                               :body::text[], :areas::text[], :topics::text[], :department::text[], :starts::timestamptz[],
                               :ends::timestamptz[], :place::text[], :image::text[], :correction::text[], :marks::text[],
                               :by::bigint[], :at::timestamptz[])
                               x (g, a, n, title, summary, body, areas, topics, department, starts, ends, place, image,
                                  correction, marks, by, at)
                        """)
                .param("government", column(editions, w -> w.row().article().government()))
                .param("article", column(editions, w -> w.row().id()))
                .param("number", column(editions, Written::number))
                .param("title", column(editions, w -> content.apply(w).title()))
                .param("summary", column(editions, w -> content.apply(w).summary()))
                .param("body", column(editions, w -> content.apply(w).body()))
                .param(
                        "areas",
                        column(editions, w -> String.join(",", content.apply(w).areas())))
                .param(
                        "topics",
                        column(editions, w -> String.join(",", content.apply(w).topics())))
                .param("department", column(editions, w -> content.apply(w).department()))
                .param("starts", column(editions, w -> starts(content.apply(w).happening())))
                .param("ends", column(editions, w -> ends(content.apply(w).happening())))
                .param("place", column(editions, w -> place(content.apply(w).happening())))
                .param("image", column(editions, w -> content.apply(w).image()))
                .param("correction", column(editions, Written::correction))
                .param("marks", column(editions, w -> content.apply(w).marks().code()))
                .param("by", column(editions, w -> w.row().article().author()))
                .param("at", column(editions, Written::at))
                .update();
    }

    private static @Nullable Instant starts(@Nullable Happening happening) {
        return happening == null ? null : happening.startsAt();
    }

    private static @Nullable Instant ends(@Nullable Happening happening) {
        return happening == null ? null : happening.endsAt();
    }

    private static String place(@Nullable Happening happening) {
        return happening == null ? "" : happening.place();
    }

    private void media(List<Row> rows) {
        record Attached(Written edition, String media, int position) {}
        var attached = new ArrayList<Attached>();
        for (var edition : written(rows)) {
            var hashes = edition.row().article().content().attachments();
            for (int i = 0; i < hashes.size(); i++) attached.add(new Attached(edition, hashes.get(i), i));
        }
        sql.sql("""
                        insert into edition_media (government, article, edition, media, position)
                        select * from unnest(:government::text[], :article::bigint[], :edition::int[], :media::text[], :position::int[])
                        """)
                .param(
                        "government",
                        column(attached, a -> a.edition().row().article().government()))
                .param("article", column(attached, a -> a.edition().row().id()))
                .param("edition", column(attached, a -> a.edition().number()))
                .param("media", column(attached, Attached::media))
                .param("position", column(attached, Attached::position))
                .update();
    }

    private void approvals(List<Row> rows) {
        var editions = written(rows);
        for (boolean request : new boolean[] {true, false})
            sql.sql("""
                            insert into approval (government, article, edition, officer, decision, at)
                            select g, a, n, o, :decision, at + interval '1 second'
                              from unnest(:government::text[], :article::bigint[], :number::int[], :officer::bigint[],
                                          :at::timestamptz[]) x (g, a, n, o, at)
                            """)
                    .param("decision", request ? "requested" : "approved")
                    .param("government", column(editions, w -> w.row().article().government()))
                    .param("article", column(editions, w -> w.row().id()))
                    .param("number", column(editions, Written::number))
                    .param(
                            "officer",
                            column(
                                    editions,
                                    w -> request
                                            ? w.row().article().author()
                                            : w.row().article().approver()))
                    .param("at", column(editions, Written::at))
                    .update();
    }

    private void publications(List<Row> rows) {
        var editions = written(rows);
        sql.sql("""
                        insert into publication (government, article, edition, act, lane, officer, at)
                        select g, a, n, act, 'ORDINARY', o, at
                          from unnest(:government::text[], :article::bigint[], :number::int[], :act::text[], :officer::bigint[],
                                      :at::timestamptz[]) x (g, a, n, act, o, at)
                        """)
                .param("government", column(editions, w -> w.row().article().government()))
                .param("article", column(editions, w -> w.row().id()))
                .param("number", column(editions, Written::number))
                .param("act", column(editions, w -> w.row().isOpen() ? "published" : "scheduled"))
                .param("officer", column(editions, w -> w.row().article().publisher()))
                .param("at", column(editions, BulkArticles::publishedAt))
                .update();
    }

    private static Instant publishedAt(Written edition) {
        if (!edition.row().isOpen()) return edition.row().now();
        return edition.number() == 1 ? edition.row().article().opensAt() : edition.at();
    }

    private record Acted(Row row, long officer, String act, Instant at, String detail) {}

    private void audits(List<Row> rows) {
        var acts = new ArrayList<Acted>();
        for (var edition : written(rows)) {
            var row = edition.row();
            boolean first = edition.number() == 1;
            acts.add(new Acted(
                    row,
                    row.article().author(),
                    first ? "written" : "revised",
                    edition.at(),
                    first ? row.article().content().title() : "第2版"));
            acts.add(new Acted(row, row.article().author(), "review-requested", edition.at(), ""));
            acts.add(new Acted(
                    row, row.article().approver(), "approved", edition.at(), "第%d版".formatted(edition.number())));
            acts.add(new Acted(
                    row,
                    row.article().publisher(),
                    row.isOpen() ? "published" : "scheduled",
                    publishedAt(edition),
                    "第%d版".formatted(edition.number())));
        }
        sql.sql("""
                        insert into audit (government, at, officer, act, subject, detail)
                        select g, at, o, 'article.' || act, 'article:' || a, detail
                          from unnest(:government::text[], :at::timestamptz[], :officer::bigint[], :act::text[], :article::bigint[],
                                      :detail::text[]) x (g, at, o, act, a, detail)
                        """)
                .param("government", column(acts, a -> a.row().article().government()))
                .param("at", column(acts, Acted::at))
                .param("officer", column(acts, Acted::officer))
                .param("act", column(acts, Acted::act))
                .param("article", column(acts, a -> a.row().id()))
                .param("detail", column(acts, Acted::detail))
                .update();
    }

    private record Place(String government, String list, long position, long article) {}

    private void places(List<Row> rows) {
        var ends = ends();
        var places = new ArrayList<Place>();
        var around = new HashMap<List<String>, Set<String>>();
        for (var row : rows) {
            var content = row.article().content();
            var lists = new ArrayList<>(listings.concerning(row.article().series(), content.withAreas(List.of())));
            around.computeIfAbsent(content.areas(), listings::around).forEach(area -> lists.add("area:" + area));
            for (var list : lists) {
                var key = row.article().government() + " " + list;
                long position = ends.merge(key, 1L, Long::sum);
                places.add(new Place(row.article().government(), list, position, row.id()));
            }
        }
        sql.sql("""
                        insert into listing (government, list, position, article)
                        select * from unnest(:government::text[], :list::text[], :position::bigint[], :article::bigint[])
                        """)
                .param("government", column(places, Place::government))
                .param("list", column(places, Place::list))
                .param("position", column(places, Place::position))
                .param("article", column(places, Place::article))
                .update();
        keep(ends);
    }

    private TreeMap<String, Long> ends() {
        var ends = new TreeMap<String, Long>();
        sql.sql("select government || ' ' || list, position from list_end for update")
                .query(row -> {
                    ends.put(row.getString(1), row.getLong(2));
                });
        return ends;
    }

    private void keep(TreeMap<String, Long> ends) {
        var rows = List.copyOf(ends.entrySet());
        sql.sql("""
                        insert into list_end (government, list, position)
                        select split_part(key, ' ', 1), split_part(key, ' ', 2), position
                          from unnest(:key::text[], :position::bigint[]) x (key, position)
                        on conflict (government, list) do update set position = excluded.position
                        """)
                .param("key", column(rows, Map.Entry::getKey))
                .param("position", column(rows, Map.Entry::getValue))
                .update();
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
