package noroshi.site;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import noroshi.publishing.PublicArticles;
import noroshi.publishing.PublicLists;
import noroshi.site.page.DepartmentFacts;
import noroshi.site.page.EntryFacts;
import noroshi.site.page.EventFacts;
import noroshi.site.page.ListFacts;
import noroshi.site.page.Listing;
import noroshi.site.page.Place;
import noroshi.site.page.SiteFacts;
import noroshi.site.page.Sitemaps;
import noroshi.site.page.Window;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads lists: what each costs depends on what a page shows, never on how long the list is. */
@Repository
class ListReader {

    /** More than a page shows: they move up when others close. */
    private static final int CANDIDATES = 2 * Listing.ENTRIES_MAX;

    private static final int DATED_MAX = 200;
    private static final Duration DATED_BEFORE = Duration.ofDays(31);

    private final PublicLists lists;
    private final PublicArticles articles;
    private final JdbcClient sql;

    ListReader(PublicLists lists, PublicArticles articles, JdbcClient sql) {
        this.lists = lists;
        this.articles = articles;
        this.sql = sql;
    }

    /** An article that will open by the clock, with the lists it will stand in. */
    record Promise(EntryFacts entry, List<String> lists) {}

    /** @param departments by code; promises show no contact, so they may be left out */
    List<Promise> promises(SiteFacts site, Map<String, DepartmentFacts> departments) {
        var promises = new ArrayList<Promise>();
        for (var found : articles.listPromised(site.code())) {
            var article = found.article();
            var window = Window.of(article.opensAt(), article.closesAt());
            if (window == null) continue;
            var facts = ArticleReader.facts(site, departments, found, window, Map.of(), List.of(), List.of());
            promises.add(new Promise(ArticleReader.promised(facts, 0), found.lists()));
        }
        promises.sort(
                Comparator.comparing((Promise p) -> p.entry().publishedAt()).reversed());
        return promises;
    }

    ListFacts newest(SiteFacts site, Listing listing, String name, List<Promise> promises) {
        long last = lists.lastPlace(site.code(), name);
        var entries = new ArrayList<EntryFacts>();
        for (var promise : promises) if (promise.lists().contains(name)) entries.add(promise.entry());
        entries.addAll(ArticleReader.entries(site, lists.newest(site.code(), name, CANDIDATES)));
        return new ListFacts(listing, entries, last);
    }

    ListFacts numbered(SiteFacts site, Listing listing, String name, long page) {
        long first = (page - 1) * Listing.ENTRIES_MAX + 1;
        var entries =
                ArticleReader.entries(site, lists.places(site.code(), name, first, first + Listing.ENTRIES_MAX - 1));
        return new ListFacts(listing, entries.reversed(), lists.lastPlace(site.code(), name));
    }

    /** How many numbered pages a list has. */
    long pages(String government, String name) {
        long positions = lists.lastPlace(government, name);
        return positions == 0 ? 0 : Listing.pageOf(positions);
    }

    long positions(SiteFacts site, String name) {
        return lists.lastPlace(site.code(), name);
    }

    List<EntryFacts> shard(SiteFacts site, long shard) {
        long first = (shard - 1) * Sitemaps.SHARD_ADDRESSES_MAX + 1;
        return ArticleReader.entries(
                site, lists.places(site.code(), "site", first, first + Sitemaps.SHARD_ADDRESSES_MAX - 1));
    }

    /** Dated articles from a month ago on, the earliest first; without bodies and images, which no calendar shows. */
    List<EntryFacts> dated(SiteFacts site, Instant now) {
        return sql
                .sql("""
                        select a.id, a.series, e.title, e.summary, e.marks, a.first_public_at, a.changed_at, a.opens_at, a.closes_at,
                               e.event_starts_at, e.event_ends_at, e.event_place, e.written_at
                          from edition e
                          join article a on a.government = e.government and a.id = e.article and a.public_edition = e.number
                         where e.government = :government and e.event_starts_at >= :from
                         order by e.event_starts_at, a.id limit :max
                        """)
                .param("government", site.code())
                .param("from", Timestamp.from(now.minus(DATED_BEFORE)))
                .param("max", DATED_MAX)
                .query((row, n) -> Optional.ofNullable(dated(site, row)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static @Nullable EntryFacts dated(SiteFacts site, ResultSet row) throws SQLException {
        var opens = instant(row, "opens_at");
        var window = Window.of(opens, instant(row, "closes_at"));
        if (window == null) return null;
        var published = ArticleReader.published(
                instant(row, "first_public_at"),
                opens,
                row.getTimestamp("written_at").toInstant());
        var changed = instant(row, "changed_at");
        return new EntryFacts(
                row.getLong("id"),
                ArticleReader.series(site, row.getString("series")),
                0,
                row.getString("title"),
                row.getString("summary"),
                row.getString("marks"),
                published,
                changed == null ? published : changed,
                new EventFacts(
                        row.getTimestamp("event_starts_at").toInstant(),
                        instant(row, "event_ends_at"),
                        row.getString("event_place")),
                null,
                window);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    /** The list that a name of publishing stands for; empty when this site has no pages for it. */
    static Optional<Listing> listing(SiteFacts site, Map<String, DepartmentFacts> departments, String name) {
        int colon = name.indexOf(':');
        var kind = colon < 0 ? name : name.substring(0, colon);
        var code = name.substring(colon + 1);
        return switch (kind) {
            case "site" -> Optional.of(new Listing.Site());
            case "series" ->
                site.series().stream()
                        .filter(s -> s.code().equals(code))
                        .<Listing>map(Listing.Series::new)
                        .findFirst();
            case "area" -> place(site.areas(), code).map(Listing.Area::new);
            case "topic" -> place(site.topics(), code).map(Listing.Topic::new);
            case "department" ->
                Optional.ofNullable(departments.get(code)).map(d -> Listing.Department.of(d, departments.values()));
            default -> Optional.empty();
        };
    }

    private static Optional<Place> place(List<Place> places, String code) {
        return places.stream().filter(p -> p.code().equals(code)).findFirst();
    }
}
