package noroshi.site;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import noroshi.site.ListReader.Promise;
import noroshi.site.page.ArticleFacts;
import noroshi.site.page.ArticlePages;
import noroshi.site.page.Calendars;
import noroshi.site.page.DepartmentFacts;
import noroshi.site.page.DirectoryPages;
import noroshi.site.page.EntryFacts;
import noroshi.site.page.Feeds;
import noroshi.site.page.Files;
import noroshi.site.page.FormPages;
import noroshi.site.page.ListFacts;
import noroshi.site.page.ListPages;
import noroshi.site.page.Listing;
import noroshi.site.page.SiteFacts;
import noroshi.site.page.Sitemaps;
import noroshi.site.page.SlotPages;
import noroshi.site.page.TopFacts;
import noroshi.site.page.TopPages;
import noroshi.site.page.Variant;
import noroshi.site.page.WordPages;
import noroshi.snapshot.Key;
import noroshi.snapshot.Timeline;
import noroshi.snapshot.Value;

/** Builds the touched pages of one site into a draft. Reads through indexes only; what it costs depends on what is touched. */
final class SiteBuilder {

    private final Readers read;
    private final Draft draft;
    private final Instant now;
    private final SiteFacts site;
    private final Map<String, DepartmentFacts> departments;
    private final List<Promise> promises;

    SiteBuilder(Readers read, String government, Draft draft, Instant now) {
        this.read = read;
        this.draft = draft;
        this.now = now;
        this.site = read.survey().site(government);
        this.departments = read.survey().departments(government).stream()
                .collect(Collectors.toMap(
                        DepartmentFacts::code, Function.identity(), (a, b) -> a, java.util.LinkedHashMap::new));
        this.promises = read.lists().promises(site, departments);
    }

    SiteFacts site() {
        return site;
    }

    /** The articles, the pages they stand or stood on, and their neighbours. */
    void touch(Touched touched) {
        if (touched.articles.isEmpty()) return;
        var ids = touched.articles.keySet();
        var places = read.places().concerning(site.code(), ids);
        var pages = new TreeMap<String, Set<Long>>();
        touched.lists.forEach(list -> pages.put(list, new TreeSet<>()));
        var beside = new LinkedHashSet<Long>();
        for (var place : places) {
            var numbers = pages.computeIfAbsent(place.list(), l -> new TreeSet<>());
            long page = Listing.pageOf(place.position());
            numbers.add(page);
            // The first on a page gives the page before it a newer neighbour.
            if (page > 1 && place.position() % Listing.ENTRIES_MAX == 1) numbers.add(page - 1);
            if (place.list().startsWith("series:"))
                beside.addAll(read.places().beside(site.code(), place.list(), place.position()));
        }
        articles(touched.articles);
        beside.removeAll(ids);
        read.articles().list(site, departments, beside).forEach(this::article);
        touched.moves.forEach(this::moved);
        pages.forEach((name, numbers) -> list(name, numbers));
        var shards = new TreeSet<Long>();
        for (var place : places) if (place.list().equals("site")) shards.add(Sitemaps.shardOf(place.position()));
        shards.forEach(this::shard);
    }

    private void articles(Map<Long, String> touched) {
        var open = new HashMap<Long, ArticleFacts>();
        for (var facts : read.articles().list(site, departments, touched.keySet())) open.put(facts.id(), facts);
        touched.forEach((id, path) -> {
            var facts = open.get(id);
            if (facts == null) gone(id, path);
            else article(facts);
        });
    }

    /** All records of an article that readers see or will see. */
    void article(ArticleFacts article) {
        var records = new ArticlePages(site, draft, now).build(article);
        draft.put(records);
        for (var variant : Variant.values()) removeParts(variant, article.path(), records.keySet());
        calendar(article);
        new MediaPages(read.media(), draft, now).build(site.code(), read.media().ofArticle(site.code(), article.id()));
        read.oldPaths(site.code(), article.path()).forEach(old -> redirect(old, article.path()));
    }

    private void calendar(ArticleFacts article) {
        var key = Key.of(site.code(), article.path() + ".ics");
        if (article.event() == null) draft.remove(key);
        else draft.put(new Calendars(site, draft, now).ofEntry(ArticleReader.promised(article, 0)));
    }

    /** Parts that a longer edition had. */
    private void removeParts(Variant variant, String path, Set<Key> kept) {
        for (int part = 2; ; part++) {
            var key = Key.of(site.code(), variant.prefix() + path + "/" + part);
            if (kept.contains(key)) continue;
            if (draft.find(key) == null) return;
            draft.remove(key);
        }
    }

    private void gone(long id, String path) {
        boolean seen = read.places().wasPublic(site.code(), id);
        for (var variant : Variant.values()) {
            var key = Key.of(site.code(), variant.prefix() + path);
            if (seen) draft.put(key, Timeline.always(new WordPages(site, draft).gone(variant, path)));
            else draft.remove(key);
            removeParts(variant, path, Set.of());
        }
        draft.remove(Key.of(site.code(), path + ".ics"));
        new MediaPages(read.media(), draft, now).build(site.code(), read.media().ofArticle(site.code(), id));
    }

    private void moved(String from, long article) {
        read.articles().list(site, departments, List.of(article)).forEach(facts -> redirect(from, facts.path()));
    }

    void redirect(String from, String to) {
        // Files have one form, and so had the pages of a site that moved in: nobody ever asked for a light form of
        // them.
        boolean single =
                to.startsWith("/media/") || from.indexOf('?') >= 0 || from.indexOf('.') >= 0 || from.indexOf('%') >= 0;
        for (var variant : single ? List.of(Variant.FULL) : List.of(Variant.values())) {
            var target = "/" + site.code() + variant.prefix() + to;
            draft.put(key(variant.prefix() + from), Timeline.<Value>always(new Value.Moved(301, target)));
            if (!single) removeParts(variant, from, Set.of());
        }
        if (!single) draft.remove(Key.of(site.code(), from + ".ics"));
    }

    /** An old address may have had a query: {@code /index.php?id=12}. */
    private Key key(String address) {
        int question = address.indexOf('?');
        return question < 0
                ? Key.of(site.code(), address)
                : new Key(site.code(), address.substring(0, question), address.substring(question + 1));
    }

    /** A list's newest page and feed, and those of its numbered pages. */
    void list(String name, Set<Long> numbers) {
        var listing = ListReader.listing(site, departments, name).orElse(null);
        if (listing == null) return;
        var pages = new ListPages(site, draft, now);
        var newest = read.lists().newest(site, listing, name, promises);
        draft.put(pages.newest(newest));
        if (listing.hasFeed()) draft.put(new Feeds(site, draft, now).build(newest));
        for (long number : numbers)
            draft.put(pages.numbered(read.lists().numbered(site, listing, name, number), number));
        if (listing instanceof Listing.Site) {
            var dated = read.lists().dated(site, now);
            draft.put(new TopPages(site, draft, now).build(top(newest, dated)));
            draft.put(new Calendars(site, draft, now).ofSite(dated));
            draft.put(new Sitemaps(site, draft, now).index(newest.positions()));
        }
    }

    /** With what the blocks of the first page ask for beside news and events. */
    private TopFacts top(ListFacts newest, List<EntryFacts> dated) {
        return new TopReader(read, site, departments, promises).facts(newest, dated);
    }

    /** The first page, and what surrounds every page: all that a look decides. */
    void look() {
        frame();
        list("site", Set.of());
    }

    /** A department's own pages, however many; those that a shorter list has no more are taken away. */
    void department(String code) {
        var name = "department:" + code;
        var listing = ListReader.listing(site, departments, name).orElse(null);
        if (listing == null) return;
        long pages = read.lists().pages(site.code(), name);
        list(name, LongStream.rangeClosed(1, pages).boxed().collect(Collectors.toSet()));
        for (long number = pages + 1; ; number++) {
            var path = "%sp/%d".formatted(listing.path(), number);
            if (draft.find(Key.of(site.code(), path)) == null) return;
            for (var variant : Variant.values()) draft.remove(Key.of(site.code(), variant.prefix() + path));
        }
    }

    /** What a department left behind: its addresses lead to the one that does its work now, or nowhere. */
    void goneDepartment(String code) {
        var folder = "/departments/%s/".formatted(code);
        var addresses = read.publishing().movedUnder(site.code(), folder);
        addresses.putAll(read.publishing().movedUnder(site.code(), "/inquiry/" + code));
        addresses.forEach(this::redirect);
        for (var path : List.of(folder, "/inquiry/" + code))
            if (!addresses.containsKey(path))
                for (var variant : Variant.values())
                    draft.put(
                            Key.of(site.code(), variant.prefix() + path),
                            Timeline.always(new WordPages(site, draft).gone(variant, path)));
    }

    void shard(long shard) {
        draft.put(new Sitemaps(site, draft, now).shard(shard, read.lists().shard(site, shard)));
    }

    /** Some articles of a rebuild. */
    void articles(List<Long> ids) {
        read.places().concerning(site.code(), ids);
        read.articles().list(site, departments, ids).forEach(this::article);
    }

    /** Numbered pages of a rebuild. */
    void pages(String name, List<Long> numbers) {
        var listing = ListReader.listing(site, departments, name).orElse(null);
        if (listing == null) return;
        for (long number : numbers)
            draft.put(new ListPages(site, draft, now)
                    .numbered(read.lists().numbered(site, listing, name, number), number));
    }

    /** What is left of articles that moved or left, and the site maps. */
    void addresses() {
        read.publishing().movedPages(site.code()).forEach(this::redirect);
        for (var article : read.publishing().listGone(site.code())) gone(article.id(), article.path());
        long positions = read.lists().positions(site, "site");
        for (long shard = 1; shard <= (positions == 0 ? 0 : Sitemaps.shardOf(positions)); shard++) shard(shard);
    }

    /** Everything that is neither article nor list: slots, files, indexes, words, forms. */
    void frame() {
        var list = List.copyOf(departments.values());
        var pictures = TopReader.pictures(read, site);
        draft.slots(new SlotPages(site, pictures.get(site.look().logo()), draft).surroundings());
        new MediaPages(read.media(), draft, now).build(site.code(), List.copyOf(pictures.values()));
        draft.put(Files.build(site, draft));
        draft.put(new DirectoryPages(site, list, read.survey().governments(), draft).build());
        draft.put(new WordPages(site, draft).build());
        draft.put(new FormPages(site, draft).build(list));
        draft.put(new Sitemaps(site, draft, now).pages(list));
    }
}
