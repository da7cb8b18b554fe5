package noroshi.site.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import noroshi.jte.site.full.JtelistGenerated;
import noroshi.site.view.DepartmentView;
import noroshi.site.view.EntryView;
import noroshi.site.view.Frame.Alternate;
import noroshi.site.view.Link;
import noroshi.site.view.ListView;
import noroshi.snapshot.Key;
import noroshi.snapshot.Timeline;
import noroshi.snapshot.Value;
import org.jspecify.annotations.Nullable;

/** Lists: the newest twenty at the list's own address, all of them on numbered pages counted from the oldest. */
public final class ListPages {

    private final SiteFacts site;
    private final Press press;
    private final Instant now;

    public ListPages(SiteFacts site, Press press, Instant now) {
        this.site = site;
        this.press = press;
        this.now = now;
    }

    /** The newest, in every variant. */
    public Map<Key, Timeline<Value>> newest(ListFacts list) {
        return build(list, list.listing().newestPath(), at -> {
            var shown = shown(list.entries(), at);
            return new Chosen(shown, older(list, shown), null, "");
        });
    }

    /** Page n, with the entries of its positions only. */
    public Map<Key, Timeline<Value>> numbered(ListFacts list, long n) {
        var folder = list.listing().path();
        return build(
                list,
                folder + "p/" + n,
                at -> new Chosen(
                        shown(list.entries(), at),
                        n == 1 ? null : new Hop(folder + "p/" + (n - 1), "古い記事"),
                        n < list.pages()
                                ? new Hop(folder + "p/" + (n + 1), "新しい記事")
                                : new Hop(list.listing().newestPath(), "最新の記事"),
                        "（%dページ）".formatted(n)));
    }

    /** What the clock decides about a list. */
    private record Chosen(
            List<EntryFacts> entries,
            @Nullable Hop older,
            @Nullable Hop newer,
            String pageTitle) {}

    private record Hop(String path, String text) {}

    private Map<Key, Timeline<Value>> build(
            ListFacts list, String path, java.util.function.Function<Instant, Chosen> choose) {
        var records = new LinkedHashMap<Key, Timeline<Value>>();
        var choices = Futures.of(now, Futures.edges(list.entries()), choose);
        for (var variant : Variant.values()) {
            var shell = new Shell(site, variant, press);
            records.put(
                    Key.of(site.code(), variant.prefix() + path),
                    choices.map(chosen -> page(shell, list.listing(), path, chosen)));
        }
        return records;
    }

    private Value page(Shell shell, Listing listing, String path, Chosen chosen) {
        var view = view(shell, listing, path, chosen);
        return shell.page(facing(shell, listing, path, listing.name() + chosen.pageTitle()), out -> {
            if (shell.variant() == Variant.FULL) JtelistGenerated.render(out, null, view);
            else noroshi.jte.site.plain.JtelistGenerated.render(out, null, view);
        });
    }

    static List<EntryFacts> shown(List<EntryFacts> entries, Instant at) {
        return entries.stream()
                .filter(e -> e.window().shows(at))
                .limit(Listing.ENTRIES_MAX)
                .toList();
    }

    private static @Nullable Hop older(ListFacts list, List<EntryFacts> shown) {
        long before = shown.isEmpty() ? list.positions() : shown.getLast().position() - 1;
        return before < 1 ? null : new Hop(list.listing().path() + "p/" + Listing.pageOf(before), "これより前の記事");
    }

    private ListView view(Shell shell, Listing listing, String path, Chosen chosen) {
        var ofOneSeries = listing instanceof Listing.Series;
        var entries = new ArrayList<EntryView>();
        for (var entry : chosen.entries())
            entries.add(Entries.view(shell.addresses(), shell.variant(), entry, listing.layout(), ofOneSeries));
        return new ListView(
                listing.name(),
                chosen.pageTitle(),
                lead(listing),
                listing.layout(),
                entries,
                "いまお知らせできる記事はありません。",
                link(shell, chosen.older()),
                link(shell, chosen.newer()),
                services(shell, listing),
                related(shell, listing),
                shell.variants(path),
                path.equals(listing.path())
                                && listing instanceof Listing.Department(var department, var above, var parts)
                        ? department(shell, department, above, parts)
                        : null);
    }

    private static @Nullable Link link(Shell shell, @Nullable Hop hop) {
        return hop == null ? null : Link.of(shell.addresses().page(hop.path()), hop.text());
    }

    private String lead(Listing listing) {
        return switch (listing) {
            case Listing.Site() -> site.name() + "からの新しいお知らせです。";
            case Listing.Series(var series) -> series.description();
            case Listing.Area(var area) -> area.name() + "に関する" + site.name() + "からのお知らせです。";
            case Listing.Topic(var topic) -> "「" + topic.name() + "」に関する" + site.name() + "からのお知らせです。";
            case Listing.Department(var department, var above, var _) ->
                (above == null ? site.name() : above.name()) + "の「" + department.name() + "」の連絡先と、新しい記事です。";
        };
    }

    private static List<Link> services(Shell shell, Listing listing) {
        var links = new ArrayList<Link>();
        var addresses = shell.addresses();
        switch (listing) {
            case Listing.Department(var department, var _, var _) ->
                links.add(Link.of(addresses.page("/inquiry/" + department.code()), "問い合わせフォーム"));
            case Listing.Topic(var _) -> {}
            case Listing.Site(), Listing.Series(var _), Listing.Area(var _) -> {
                links.add(Link.of(addresses.page("/subscribe"), "メールで受け取る"));
                links.add(Link.of(addresses.file(listing.path() + "feed.xml"), "更新情報（Atom）"));
            }
        }
        return links;
    }

    private List<Link> related(Shell shell, Listing listing) {
        var addresses = shell.addresses();
        return switch (listing) {
            case Listing.Area(var area) ->
                site.areas().stream()
                        .filter(a -> !a.code().equals(area.code()) && near(a, area))
                        .map(a -> Link.of(addresses.page("/areas/%s/".formatted(a.code())), a.name()))
                        .toList();
            case Listing.Site(), Listing.Series(var _), Listing.Topic(var _), Listing.Department(var _, var _, var _) ->
                List.of();
        };
    }

    /** On the first page of a department: how to reach it, what it is part of, its parts and its series. */
    private DepartmentView department(
            Shell shell, DepartmentFacts department, @Nullable DepartmentFacts above, List<DepartmentFacts> parts) {
        var addresses = shell.addresses();
        return new DepartmentView(
                department.phone(),
                department.fax(),
                department.email(),
                department.address(),
                department.hours(),
                department.map(),
                above == null ? null : link(addresses, above),
                parts.stream().map(part -> link(addresses, part)).toList(),
                site.series().stream()
                        .filter(s -> s.department().equals(department.code()))
                        .map(s -> Link.of(addresses.page("/%s/".formatted(s.code())), s.name()))
                        .toList());
    }

    private static Link link(Addresses addresses, DepartmentFacts department) {
        return Link.of(addresses.page("/departments/%s/".formatted(department.code())), department.name());
    }

    /** Its own parts, what it is part of, and its neighbours in the same region. */
    private static boolean near(Place other, Place area) {
        if (other.code().equals(area.parent())) return true;
        if (area.code().equals(other.parent())) return true;
        return area.kind().equals("municipality")
                && area.parent() != null
                && area.parent().equals(other.parent());
    }

    private Facing facing(Shell shell, Listing listing, String path, String title) {
        var addresses = shell.addresses();
        var crumbs = new ArrayList<Link>(List.of(shell.home()));
        switch (listing) {
            case Listing.Area(var _) -> crumbs.add(Link.of(addresses.page("/areas/"), "地域"));
            case Listing.Topic(var _) -> crumbs.add(Link.of(addresses.page("/topics/"), "分野"));
            case Listing.Department(var _, var _, var _) -> crumbs.add(Link.of(addresses.page("/departments/"), "組織"));
            case Listing.Site(), Listing.Series(var _) -> {}
        }
        var facing = Facing.of(path, title, crumbs)
                .described(lead(listing))
                .data(List.of(JsonLd.crumbs(site, crumbs, title)));
        return listing.hasFeed()
                ? facing.with(List.of(new Alternate(
                        "application/atom+xml", addresses.file(listing.path() + "feed.xml"), listing.name())))
                : facing;
    }
}
