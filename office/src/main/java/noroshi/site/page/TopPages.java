package noroshi.site.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import noroshi.jte.site.full.JtetopGenerated;
import noroshi.site.view.Frame.Alternate;
import noroshi.site.view.Link;
import noroshi.site.view.TopView;
import noroshi.snapshot.Key;
import noroshi.snapshot.Timeline;
import noroshi.snapshot.Value;

/** The first page of a government: what is urgent, what is new, where everything else is. */
public final class TopPages {

    static final int NEWS_MAX = 10;
    static final int EVENTS_MAX = 5;

    private final SiteFacts site;
    private final Press press;
    private final Instant now;

    public TopPages(SiteFacts site, Press press, Instant now) {
        this.site = site;
        this.press = press;
        this.now = now;
    }

    public Map<Key, Timeline<Value>> build(TopFacts facts) {
        var transitions = new ArrayList<>(Futures.edges(facts.news().entries()));
        transitions.addAll(Futures.edges(facts.events()));
        for (var stream : facts.streams().values()) transitions.addAll(Futures.edges(stream.entries()));
        transitions.addAll(Futures.edges(List.copyOf(facts.pinned().values())));
        for (var event : facts.events())
            if (event.event() != null) transitions.add(event.event().over());
        var records = new LinkedHashMap<Key, Timeline<Value>>();
        for (var variant : Variant.values()) {
            var shell = new Shell(site, variant, press);
            var choices = Futures.of(now, transitions, at -> new TopBlocks(site, shell, facts, at).rows());
            records.put(Key.of(site.code(), variant.prefix() + "/"), choices.map(rows -> page(shell, rows)));
        }
        return records;
    }

    private Value page(Shell shell, List<TopView.Row> rows) {
        var view = view(shell, rows);
        var facing = new Facing(
                "/",
                site.name(),
                welcome(),
                "website",
                "",
                true,
                List.of(),
                List.of(new Alternate("application/atom+xml", shell.addresses().file("/feed.xml"), site.name())),
                List.of(JsonLd.government(site)));
        return shell.page(facing, out -> {
            if (shell.variant() == Variant.FULL) JtetopGenerated.render(out, null, view);
            else noroshi.jte.site.plain.JtetopGenerated.render(out, null, view);
        });
    }

    private String welcome() {
        return site.name() + "の暮らしの情報と、いざというときの備えをお届けします。";
    }

    private TopView view(Shell shell, List<TopView.Row> rows) {
        return new TopView(
                site.name(),
                site.kana(),
                welcome(),
                Slots.content(Slots.top(site.code(), shell.variant())),
                purposes(shell),
                rows,
                shell.variants("/"));
    }

    /** Full pages reach the areas from the header; the others have no menu but this. */
    private List<Link> purposes(Shell shell) {
        var addresses = shell.addresses();
        var links = new ArrayList<Link>();
        if (site.hasSeries("emergency")) links.add(new Link(addresses.page("/emergency/"), "防災・緊急情報", "災害のときの情報と備え"));
        links.add(new Link(addresses.page("/topics/"), "くらし・分野", "手続、福祉、子育て、しごと"));
        if (shell.variant() != Variant.FULL) links.add(Link.of(addresses.page("/areas/"), "地域から探す"));
        links.add(new Link(addresses.page("/departments/"), "組織・お問い合わせ", "担当の窓口を探す"));
        links.add(new Link(addresses.page("/subscribe"), "メール配信", "登録した情報がすぐに届く"));
        return links;
    }

    static List<Link> series(SiteFacts site, Addresses addresses) {
        return site.series().stream()
                .map(s -> new Link(addresses.page("/%s/".formatted(s.code())), s.name(), s.description()))
                .toList();
    }

    static List<Link> services(SiteFacts site, Addresses addresses) {
        var links = new ArrayList<Link>();
        links.add(new Link(addresses.file("/calendar.ics"), "行事カレンダー", "iCalendar形式で予定表に取り込めます"));
        links.add(new Link(addresses.file("/feed.xml"), "更新情報の配信", "Atom形式"));
        links.add(new Link(addresses.page("/receipt"), "受付番号で確認", "お問い合わせの状況をお知らせします"));
        links.add(new Link(addresses.page("/search"), "情報を探す", "分野・地域・組織の索引"));
        if (site.prefecture()) links.add(new Link(addresses.page("/governments/"), "県内市町村のサイト", ""));
        return links;
    }
}
