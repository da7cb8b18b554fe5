package noroshi.site.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import noroshi.site.MenuText;
import noroshi.site.SiteLook;
import noroshi.site.view.EntryView;
import noroshi.site.view.Group;
import noroshi.site.view.Link;
import noroshi.site.view.Raw;
import noroshi.site.view.TopView;
import org.jspecify.annotations.Nullable;

/** The blocks of a first page at one moment, as one variant shows them; those that have nothing to say are left out. */
final class TopBlocks {

    private static final int STREAM_MAX = 5;

    private final SiteFacts site;
    private final Shell shell;
    private final TopFacts facts;
    private final Instant at;

    TopBlocks(SiteFacts site, Shell shell, TopFacts facts, Instant at) {
        this.site = site;
        this.shell = shell;
        this.facts = facts;
        this.at = at;
    }

    /** Small blocks stand beside the large one before them. */
    List<TopView.Row> rows() {
        var rows = new ArrayList<TopView.Row>();
        var aside = new ArrayList<TopView.Block>();
        TopView.Block large = null;
        int number = 0;
        for (var block : site.look().blocks()) {
            var shown = block.shown() ? block(block, "block-" + ++number) : null;
            if (shown == null) continue;
            if (large != null && !block.kind().isAside()) {
                rows.add(new TopView.Row(large, List.copyOf(aside)));
                aside.clear();
                large = null;
            }
            if (large == null) large = shown;
            else aside.add(shown);
        }
        if (large != null) rows.add(new TopView.Row(large, List.copyOf(aside)));
        return rows;
    }

    private TopView.@Nullable Block block(SiteLook.Block block, String id) {
        return switch (block.kind()) {
            case NEWS -> news(block, id);
            case CALENDAR -> events(block, id);
            case STREAM -> stream(block, id);
            case PINNED -> pinned(block, id);
            case SERVICES, SERIES, TOPICS, LINKS -> links(block, id);
            case AREAS -> shell.variant() == Variant.FULL ? areas(block, id) : null;
            case BANNER -> banner(block, id);
            case TEXT -> text(block, id);
        };
    }

    private TopView.@Nullable Block news(SiteLook.Block block, String id) {
        var more = Link.of(shell.addresses().page("/p/"), "新着情報の一覧");
        return entries(block, id, "news", facts.news().entries(), TopPages.NEWS_MAX, more, "まだ記事はありません。");
    }

    private TopView.@Nullable Block pinned(SiteLook.Block block, String id) {
        var entries = SiteLook.articles(block.value()).stream()
                .map(facts.pinned()::get)
                .filter(Objects::nonNull)
                .toList();
        return entries(block, id, "news", entries, Integer.MAX_VALUE, null, "");
    }

    /** Light pages leave out what their menu has. */
    private TopView.@Nullable Block links(SiteLook.Block block, String id) {
        boolean full = shell.variant() == Variant.FULL;
        var addresses = shell.addresses();
        return switch (block.kind()) {
            case SERIES -> links(block, id, "series", TopPages.series(site, addresses));
            case SERVICES -> full ? links(block, id, "services", TopPages.services(site, addresses)) : null;
            case TOPICS -> full ? links(block, id, "topics", topics(addresses)) : null;
            case LINKS, NEWS, CALENDAR, AREAS, STREAM, PINNED, BANNER, TEXT ->
                links(
                        block,
                        id,
                        "services",
                        MenuText.read(block.value()).stream()
                                .map(item -> Link.of(addresses.resolved(item.href(), Map.of()), item.text()))
                                .toList());
        };
    }

    private TopView.Block text(SiteLook.Block block, String id) {
        var html = new Markdown(block.value(), shell.variant(), shell.addresses(), List.of(), Map.of()).html();
        return made("text", id, block.heading(), List.of(), List.of(), null, new Raw(html), "");
    }

    private TopView.@Nullable Block stream(SiteLook.Block block, String id) {
        var stream = facts.streams().get(block.value());
        if (stream == null) return null;
        var series = site.series().stream()
                .filter(s -> s.code().equals(block.value()))
                .findFirst();
        var name = series.map(SeriesFacts::name).orElse(block.value());
        var titled = new SiteLook.Block(
                block.kind(), true, block.title().isEmpty() ? name : block.title(), block.value(), block.note());
        var more = Link.of(shell.addresses().page("/%s/".formatted(block.value())), name + "の一覧");
        return entries(titled, id, "news", stream.entries(), STREAM_MAX, more, "まだ記事はありません。");
    }

    private TopView.@Nullable Block entries(
            SiteLook.Block block,
            String id,
            String kind,
            List<EntryFacts> candidates,
            int max,
            @Nullable Link more,
            String empty) {
        var entries = candidates.stream()
                .filter(e -> e.window().shows(at))
                .limit(max)
                .map(e -> Entries.view(shell.addresses(), shell.variant(), e, "news", false))
                .toList();
        if (entries.isEmpty() && empty.isEmpty()) return null;
        return made(kind, id, block.heading(), entries, List.of(), more, Raw.NOTHING, empty);
    }

    private TopView.@Nullable Block events(SiteLook.Block block, String id) {
        var events = facts.events().stream()
                .filter(e -> e.window().shows(at))
                .filter(e -> e.event() != null && at.isBefore(e.event().over()))
                .toList();
        return entries(block, id, "events", events, TopPages.EVENTS_MAX, null, "");
    }

    private TopView.@Nullable Block banner(SiteLook.Block block, String id) {
        var picture = facts.pictures().get(block.value());
        if (picture == null) return null;
        var addresses = shell.addresses();
        var more = block.note().isEmpty() ? null : Link.of(addresses.resolved(block.note(), Map.of()), picture.alt());
        if (shell.variant() != Variant.FULL) return more == null ? null : links(block, id, "services", List.of(more));
        return new TopView.Block(
                "banner",
                id,
                block.heading(),
                List.of(),
                List.of(),
                List.of(),
                more,
                ArticlePages.picture(addresses, picture),
                Raw.NOTHING,
                "");
    }

    private List<Link> topics(Addresses addresses) {
        return site.topics().stream()
                .map(t -> Link.of(addresses.page("/topics/%s/".formatted(t.code())), t.name()))
                .toList();
    }

    private TopView.@Nullable Block areas(SiteLook.Block block, String id) {
        List<Group> groups = Regions.of(site, shell.addresses());
        if (groups.isEmpty()) return null;
        return new TopView.Block(
                "areas", id, block.heading(), List.of(), List.of(), groups, null, null, Raw.NOTHING, "");
    }

    private static TopView.@Nullable Block links(SiteLook.Block block, String id, String kind, List<Link> links) {
        return links.isEmpty() ? null : made(kind, id, block.heading(), List.of(), links, null, Raw.NOTHING, "");
    }

    private static TopView.Block made(
            String kind,
            String id,
            String title,
            List<EntryView> entries,
            List<Link> links,
            @Nullable Link more,
            Raw html,
            String empty) {
        return new TopView.Block(kind, id, title, entries, links, List.of(), more, null, html, empty);
    }
}
