package noroshi.site.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import noroshi.jte.site.full.JtearticleGenerated;
import noroshi.site.view.ArticleView;
import noroshi.site.view.ArticleView.Cut;
import noroshi.site.view.Frame.Alternate;
import noroshi.site.view.Link;
import noroshi.site.view.Mark;
import noroshi.site.view.Raw;
import noroshi.snapshot.Key;
import noroshi.snapshot.Part;
import noroshi.snapshot.Timeline;
import noroshi.snapshot.Value;
import org.jspecify.annotations.Nullable;

/** The pages of one article: full, lite and text, the last two in as many parts as their size demands. */
public final class ArticlePages {

    static final int PARTS_MAX = 200;
    private static final int ATTEMPTS_MAX = 8;

    private final SiteFacts site;
    private final Press press;
    private final Instant now;

    public ArticlePages(SiteFacts site, Press press, Instant now) {
        this.site = site;
        this.press = press;
        this.now = now;
    }

    /** All records of the article, opening and closing by the clock. */
    public Map<Key, Timeline<Value>> build(ArticleFacts article) {
        var records = new LinkedHashMap<Key, Timeline<Value>>();
        for (var variant : Variant.values()) records.putAll(build(article, variant));
        return records;
    }

    Map<Key, Timeline<Value>> build(ArticleFacts article, Variant variant) {
        var shell = new Shell(site, variant, press);
        var moments = Futures.of(now, transitions(article), at -> moment(article, at));
        var pages = new LinkedHashMap<Moment, List<Value>>();
        int parts = 1;
        for (var step : moments.steps()) {
            var rendered = pages.computeIfAbsent(step.value(), moment -> pages(shell, article, moment));
            parts = Math.max(parts, rendered.size());
        }
        var records = new LinkedHashMap<Key, Timeline<Value>>();
        for (int part = 1; part <= parts; part++) {
            int number = part;
            records.put(
                    Key.of(site.code(), variant.prefix() + partPath(article, number)),
                    moments.map(moment -> at(pages.getOrDefault(moment, List.of()), number)));
        }
        return records;
    }

    private static Value at(List<Value> pages, int number) {
        return number <= pages.size() ? pages.get(number - 1) : new Value.Absent();
    }

    /** What the page depends on and the clock decides. */
    private record Moment(
            boolean shown,
            boolean over,
            @Nullable EntryFacts older,
            @Nullable EntryFacts newer) {}

    private Moment moment(ArticleFacts article, Instant at) {
        if (!article.window().shows(at)) return new Moment(false, false, null, null);
        var over = article.event() != null && !at.isBefore(article.event().over());
        return new Moment(true, over, shown(article.older(), at), shown(article.newer(), at));
    }

    private static @Nullable EntryFacts shown(List<EntryFacts> candidates, Instant at) {
        return candidates.stream().filter(c -> c.window().shows(at)).findFirst().orElse(null);
    }

    private static List<Instant> transitions(ArticleFacts article) {
        var transitions = new ArrayList<Instant>();
        transitions.add(article.window().from());
        transitions.add(article.window().until());
        if (article.event() != null) transitions.add(article.event().over());
        transitions.addAll(Futures.edges(article.older()));
        transitions.addAll(Futures.edges(article.newer()));
        return transitions;
    }

    /** The pages as they are at one moment: one when full, one for each part otherwise; none when not shown. */
    private List<Value> pages(Shell shell, ArticleFacts article, Moment moment) {
        if (!moment.shown()) return List.of(new Value.Absent());
        if (shell.variant() == Variant.FULL) {
            var body = markdown(shell, article).html();
            return List.of(shell.page(facing(shell, article), full(view(shell, article, moment, body, Cut.WHOLE))));
        }
        return cut(shell, article, moment);
    }

    private static Html.Template full(ArticleView view) {
        return out -> JtearticleGenerated.render(out, null, view);
    }

    private static Html.Template plain(ArticleView view) {
        return out -> noroshi.jte.site.plain.JtearticleGenerated.render(out, null, view);
    }

    /** Cuts by what compression makes of it, and again smaller until every part keeps its size. */
    private List<Value> cut(Shell shell, ArticleFacts article, Moment moment) {
        var variant = shell.variant();
        int limit = variant.ownBytesMax() * 7 / 10;
        List<Value> pages = List.of();
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            var markdown = markdown(shell, article);
            var bodies = Cutter.join(markdown.blocks(limit), limit);
            if (bodies.size() > PARTS_MAX) break;
            pages = new ArrayList<>();
            for (int i = 1; i <= bodies.size(); i++) {
                var cut = cut(shell, article, i, bodies.size());
                pages.add(shell.page(
                        facing(shell, article), plain(view(shell, article, moment, bodies.get(i - 1), cut))));
            }
            if (pages.stream().allMatch(page -> fits(variant, page))) return List.copyOf(pages);
            limit = limit * 3 / 4;
        }
        return List.copyOf(pages);
    }

    private static Markdown markdown(Shell shell, ArticleFacts article) {
        return new Markdown(
                article.body(),
                shell.variant(),
                shell.addresses(),
                article.pictures(),
                article.links(),
                code -> Contacts.of(shell.addresses(), article, code));
    }

    private static boolean fits(Variant variant, Value page) {
        List<Part> parts = page instanceof Value.Page p ? p.parts() : List.of();
        return Sheet.ownBytes(parts) <= variant.ownBytesMax();
    }

    private static Cut cut(Shell shell, ArticleFacts article, int number, int of) {
        if (of == 1) return Cut.WHOLE;
        return new Cut(
                number,
                of,
                number == 1
                        ? null
                        : Link.of(
                                shell.addresses().page(partPath(article, number - 1)),
                                "前へ（%d／%d）".formatted(number - 1, of)),
                number == of
                        ? null
                        : Link.of(
                                shell.addresses().page(partPath(article, number + 1)),
                                "続き（%d／%d）".formatted(number + 1, of)));
    }

    public static String partPath(ArticleFacts article, int number) {
        return number == 1 ? article.path() : "%s/%d".formatted(article.path(), number);
    }

    private Facing facing(Shell shell, ArticleFacts article) {
        var title = Mark.of(article.mark()).before(article.title());
        var addresses = shell.addresses();
        var crumbs = List.of(
                shell.home(),
                Link.of(
                        addresses.page("/%s/".formatted(article.series().code())),
                        article.series().name()));
        var data = new ArrayList<Map<String, Object>>();
        if (shell.variant() == Variant.FULL) {
            data.add(JsonLd.article(site, article, title));
            data.add(JsonLd.crumbs(site, crumbs, title));
            if (article.event() != null) data.add(JsonLd.event(site, article, article.event(), title));
        }
        return new Facing(
                article.path(),
                title,
                article.summary().isBlank() ? title : article.summary(),
                "article",
                article.image() == null ? "" : site.publicUrl() + addresses.media(article.image()),
                true,
                crumbs,
                List.of(new Alternate(
                        "application/atom+xml",
                        addresses.file("/%s/feed.xml".formatted(article.series().code())),
                        article.series().name())),
                data);
    }

    private ArticleView view(Shell shell, ArticleFacts article, Moment moment, String body, Cut cut) {
        var addresses = shell.addresses();
        return new ArticleView(
                article.title(),
                Mark.of(article.mark()),
                article.series().layout(),
                Link.of(
                        addresses.page("/%s/".formatted(article.series().code())),
                        article.series().name()),
                Words.published(article.series(), article.publishedAt()),
                updated(article),
                article.corrections().stream()
                        .map(c -> new ArticleView.Correction(Words.minute(c.at()), c.text()))
                        .toList(),
                article.summary(),
                article.image() == null ? null : picture(addresses, article.image()),
                new Raw(body),
                event(addresses, article, moment),
                article.files().stream().map(f -> file(addresses, f)).toList(),
                links(
                        addresses,
                        "/areas/",
                        article.areas().stream()
                                .filter(a -> site.hasArea(a.code()))
                                .toList()),
                links(addresses, "/topics/", article.topics()),
                // Once is enough: where the body says whom to ask, the foot does not say it again.
                contact(addresses, article.body().contains("[[問い合わせ先]]") ? null : article.department()),
                neighbour(addresses, moment.older()),
                neighbour(addresses, moment.newer()),
                cut,
                shell.variants(article.path()));
    }

    private static noroshi.site.view.@Nullable When updated(ArticleFacts article) {
        // The first minute's touches are part of publishing, not an update that readers must notice.
        return Duration.between(article.publishedAt(), article.changedAt()).toMinutes() < 1
                ? null
                : Words.minute(article.changedAt());
    }

    static ArticleView.Picture picture(Addresses addresses, MediaFacts image) {
        return new ArticleView.Picture(
                addresses.media(image),
                image.alt(),
                image.caption(),
                image.width(),
                image.height(),
                Words.size(image.bytes()));
    }

    private static ArticleView.File file(Addresses addresses, MediaFacts file) {
        return new ArticleView.File(addresses.media(file), file.name(), Words.kind(file), Words.size(file.bytes()));
    }

    private static ArticleView.@Nullable EventView event(Addresses addresses, ArticleFacts article, Moment moment) {
        var event = article.event();
        if (event == null) return null;
        return new ArticleView.EventView(
                Words.period(event),
                Words.iso(event.startsAt()),
                event.place(),
                moment.over() ? "終了しました" : "",
                addresses.file(article.path() + ".ics"));
    }

    private static ArticleView.@Nullable Contact contact(Addresses addresses, @Nullable DepartmentFacts department) {
        if (department == null) return null;
        return new ArticleView.Contact(
                Link.of(addresses.page("/departments/%s/".formatted(department.code())), department.name()),
                department.phone(),
                department.email(),
                department.address(),
                addresses.page("/inquiry/" + department.code()));
    }

    private static @Nullable Link neighbour(Addresses addresses, @Nullable EntryFacts entry) {
        if (entry == null) return null;
        return Link.of(
                addresses.page("/%s/%d".formatted(entry.series().code(), entry.id())),
                Mark.of(entry.mark()).before(entry.title()));
    }

    private static List<Link> links(Addresses addresses, String under, List<Place> places) {
        return places.stream()
                .map(p -> Link.of(addresses.page(under + p.code() + "/"), p.name()))
                .toList();
    }
}
