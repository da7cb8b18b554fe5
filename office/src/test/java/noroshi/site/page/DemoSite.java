package noroshi.site.page;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import noroshi.snapshot.Key;
import noroshi.snapshot.Part;
import noroshi.snapshot.Timeline;
import noroshi.snapshot.Value;

/** All pages of one demonstration site, made by the pure builder; slots are filled as a beacon would. */
final class DemoSite {

    final SiteFacts site;
    final List<ArticleFacts> articles;
    final Map<Key, Timeline<Value>> records = new LinkedHashMap<>();
    final Map<String, Timeline<List<Part>>> slots = new LinkedHashMap<>();
    private final Instant now;

    DemoSite(DemoFacts demo, String code, List<Alert> alerts, Instant now) {
        this.now = now;
        site = demo.site(code);
        articles = demo.articles(site);
        var departments = demo.departments(code);
        var press = Press.PLAIN;
        slots.putAll(new SlotPages(site, press).surroundings());
        slots.putAll(new SlotPages(site, press).alerts(alerts, now));
        records.putAll(Files.build(site, press));
        records.putAll(new DirectoryPages(
                        site,
                        departments,
                        demo.governments.values().stream()
                                .map(g -> new DirectoryPages.Neighbour(
                                        g.getOrDefault("code", ""),
                                        g.getOrDefault("name", ""),
                                        g.getOrDefault("kana", ""),
                                        g.getOrDefault("kind", "").equals("prefecture")))
                                .toList(),
                        press)
                .build());
        records.putAll(new WordPages(site, press).build());
        records.putAll(new FormPages(site, press).build(departments));
        for (int i = 0; i < articles.size(); i++) article(i);
        lists(departments);
    }

    private void lists(List<DepartmentFacts> departments) {
        var press = Press.PLAIN;
        var newest = list(new Listing.Site(), articles);
        records.putAll(new TopPages(site, press, now).build(new TopFacts(newest, dated())));
        for (var series : site.series())
            list(
                    new Listing.Series(series),
                    articles.stream().filter(a -> a.series().equals(series)).toList());
        for (var area : site.areas())
            list(
                    new Listing.Area(area),
                    articles.stream().filter(a -> a.areas().contains(area)).toList());
        for (var topic : site.topics())
            list(
                    new Listing.Topic(topic),
                    articles.stream().filter(a -> a.topics().contains(topic)).toList());
        for (var department : departments)
            list(
                    Listing.Department.of(department, List.of()),
                    articles.stream()
                            .filter(a -> department.equals(a.department()))
                            .toList());
        records.putAll(new Calendars(site, press, now).ofSite(dated()));
    }

    private void article(int index) {
        var a = articles.get(index);
        var older = neighbours(a, index - 1, -1);
        var newer = neighbours(a, index + 1, 1);
        var facts = new ArticleFacts(
                a.id(),
                a.series(),
                a.title(),
                a.summary(),
                a.body(),
                a.areas(),
                a.topics(),
                a.department(),
                a.event(),
                a.image(),
                a.files(),
                a.pictures(),
                a.links(),
                a.contacts(),
                a.corrections(),
                a.mark(),
                a.publishedAt(),
                a.changedAt(),
                a.window(),
                older,
                newer);
        records.putAll(new ArticlePages(site, Press.PLAIN, now).build(facts));
    }

    private List<EntryFacts> neighbours(ArticleFacts of, int from, int step) {
        var found = new ArrayList<EntryFacts>();
        for (int i = from; i >= 0 && i < articles.size() && found.size() < 2; i += step)
            if (articles.get(i).series().equals(of.series())) found.add(DemoFacts.entry(articles.get(i), 1));
        return found;
    }

    private ListFacts list(Listing listing, List<ArticleFacts> in) {
        var entries = new ArrayList<EntryFacts>();
        for (int i = 0; i < in.size(); i++) entries.add(DemoFacts.entry(in.get(i), i + 1));
        var newest =
                new ListFacts(listing, entries.reversed().stream().limit(40).toList(), in.size());
        var pages = new ListPages(site, Press.PLAIN, now);
        records.putAll(pages.newest(newest));
        for (int n = 1; n <= newest.pages(); n++) {
            var some = entries.subList((n - 1) * 20, Math.min(entries.size(), n * 20));
            records.putAll(pages.numbered(new ListFacts(listing, some.reversed(), in.size()), n));
        }
        if (listing.hasFeed()) records.putAll(new Feeds(site, Press.PLAIN, now).build(newest));
        return newest;
    }

    private List<EntryFacts> dated() {
        return articles.stream()
                .filter(a -> a.event() != null)
                .map(a -> DemoFacts.entry(a, 1))
                .sorted(Comparator.comparing((EntryFacts e) ->
                        e.event() == null ? Instant.MAX : e.event().startsAt()))
                .toList();
    }

    /** The parts of a record as they are at the instant, slots filled. */
    List<Part> parts(Key key, Instant at) {
        var value = java.util.Objects.requireNonNull(records.get(key), key.toString())
                .at(at);
        var parts =
                switch (value) {
                    case Value.Page page -> page.parts();
                    case Value.Gone gone -> gone.parts();
                    case Value.Moved moved -> List.<Part>of();
                    case Value.Absent absent -> List.<Part>of();
                };
        var filled = new ArrayList<Part>();
        for (var part : parts) {
            if (part instanceof Part.Slot(String name)) {
                var slot = slots.get(name);
                if (slot != null) filled.addAll(slot.at(at));
            } else filled.add(part);
        }
        return filled;
    }

    byte[] bytes(Key key, Instant at) {
        var out = new java.io.ByteArrayOutputStream();
        for (var part : parts(key, at)) {
            if (part instanceof Part.Piece(var fragment)) out.writeBytes(fragment.plain());
            else if (part instanceof Part.Blank(String name))
                out.writeBytes(("〔" + name + "〕").getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    /** Compressed as the beacon sends it: gzip frame and the pieces' blocks. */
    int wireBytes(Key key, Instant at) {
        int bytes = 18 + 2;
        for (var part : parts(key, at)) if (part instanceof Part.Piece(var fragment)) bytes += fragment.storedBytes();
        return bytes;
    }
}
