package noroshi.site.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import noroshi.jte.site.slot.JtebannerGenerated;
import noroshi.jte.site.slot.JteemergencyGenerated;
import noroshi.jte.site.slot.JtefooterGenerated;
import noroshi.jte.site.slot.JteheaderGenerated;
import noroshi.jte.site.slot.JteplainbannerGenerated;
import noroshi.jte.site.slot.JteplainemergencyGenerated;
import noroshi.jte.site.slot.JteplainfooterGenerated;
import noroshi.jte.site.slot.JteplainheaderGenerated;
import noroshi.site.SiteLook;
import noroshi.site.view.ArticleView;
import noroshi.site.view.BannerView;
import noroshi.site.view.FooterView;
import noroshi.site.view.HeaderView;
import noroshi.site.view.Link;
import noroshi.site.view.Mark;
import noroshi.site.view.Raw;
import noroshi.snapshot.Part;
import noroshi.snapshot.Timeline;
import org.jspecify.annotations.Nullable;

/** What every page of a site shares: header, footer, and what is urgent. One changed line of the root changes all pages. */
public final class SlotPages {

    private final SiteFacts site;
    private final Press press;
    private final @Nullable MediaFacts logo;

    /** @param logo the image that the look names, as far as it is there */
    public SlotPages(SiteFacts site, @Nullable MediaFacts logo, Press press) {
        this.site = site;
        this.logo = logo;
        this.press = press;
    }

    public SlotPages(SiteFacts site, Press press) {
        this(site, null, press);
    }

    /** Header and footer of each variant. */
    public Map<String, Timeline<List<Part>>> surroundings() {
        var slots = new LinkedHashMap<String, Timeline<List<Part>>>();
        for (var variant : Variant.values()) {
            slots.put(Slots.header(site.code(), variant), always(header(variant)));
            slots.put(Slots.footer(site.code(), variant), always(footer(variant)));
        }
        return slots;
    }

    /** Banner and first page's block of each variant; each emergency begins and ends by the clock. */
    public Map<String, Timeline<List<Part>>> alerts(List<Alert> alerts, Instant now) {
        var edges = new ArrayList<Instant>();
        for (var alert : alerts) {
            edges.add(alert.window().from());
            edges.add(alert.window().until());
        }
        var active = Futures.of(now, edges, at -> active(alerts, at));
        var slots = new LinkedHashMap<String, Timeline<List<Part>>>();
        for (var variant : Variant.values()) {
            slots.put(Slots.banner(site.code(), variant), active.map(a -> banner(variant, a)));
            slots.put(Slots.top(site.code(), variant), active.map(a -> top(variant, a)));
        }
        return slots;
    }

    /** What is real first, then the gravest, then the newest. */
    private static List<Alert> active(List<Alert> alerts, Instant at) {
        return alerts.stream()
                .filter(a -> a.window().shows(at))
                .sorted(Comparator.comparing((Alert a) -> !a.mark().isEmpty())
                        .thenComparing(Comparator.comparingInt(Alert::level).reversed())
                        .thenComparing(Comparator.comparing(Alert::issuedAt).reversed()))
                .toList();
    }

    private List<Part> banner(Variant variant, List<Alert> active) {
        if (active.isEmpty()) return List.of();
        var view = view(variant, active, variant == Variant.TEXT ? 2 : 3);
        return parts(out -> {
            if (variant == Variant.FULL) JtebannerGenerated.render(out, null, view);
            else JteplainbannerGenerated.render(out, null, view);
        });
    }

    private List<Part> top(Variant variant, List<Alert> active) {
        if (active.isEmpty()) return List.of();
        var view = view(variant, active, variant == Variant.TEXT ? 5 : 10);
        return parts(out -> {
            if (variant == Variant.FULL) JteemergencyGenerated.render(out, null, view);
            else JteplainemergencyGenerated.render(out, null, view);
        });
    }

    private BannerView view(Variant variant, List<Alert> active, int most) {
        var addresses = new Addresses(site, variant);
        var shown = active.stream()
                .limit(most)
                .map(a -> new BannerView.Alert(
                        a.level(),
                        a.word(),
                        Mark.of(a.mark()),
                        a.title(),
                        a.text(),
                        addresses.page(a.site(), a.path()),
                        Words.minute(a.issuedAt()),
                        Words.minute(a.issuedAt())))
                .toList();
        return new BannerView(shown, active.size() - shown.size(), addresses.page("/"));
    }

    private List<Part> header(Variant variant) {
        var addresses = new Addresses(site, variant);
        var view = new HeaderView(
                new Raw(end(variant, addresses)),
                addresses.page("/"),
                site.name(),
                site.kana(),
                site.romaji(),
                logo(addresses),
                site.look().menu().isEmpty() ? main(addresses) : own(addresses),
                List.of(
                        Link.of(addresses.in(Variant.LITE, "/"), Variant.LITE.label()),
                        Link.of(addresses.in(Variant.TEXT, "/"), Variant.TEXT.label())));
        return parts(out -> {
            if (variant == Variant.FULL) JteheaderGenerated.render(out, null, view);
            else JteplainheaderGenerated.render(out, null, view);
        });
    }

    private String end(Variant variant, Addresses addresses) {
        return switch (variant) {
            case FULL ->
                "<link rel=\"stylesheet\" href=\"%s\">\n<link rel=\"icon\" href=\"%s\" type=\"image/svg+xml\">\n<meta name=\"theme-color\" content=\"%s\">\n</head><body>\n"
                        .formatted(
                                addresses.file(Style.path(site)), addresses.file(Icon.path(site)), site.shownColor());
            case LITE -> "<style>%s</style>\n</head><body>\n".formatted(Style.lite(site));
            case TEXT -> "</head><body>\n";
        };
    }

    private ArticleView.@Nullable Picture logo(Addresses addresses) {
        var look = site.look();
        if (logo == null || look.logo().isEmpty()) return null;
        return new ArticleView.Picture(addresses.media(logo), look.logoAlt(), "", logo.width(), logo.height(), "");
    }

    private List<HeaderView.Item> own(Addresses addresses) {
        return site.look().menu().stream()
                .map(item -> new HeaderView.Item(
                        link(addresses, item),
                        item.below().stream()
                                .map(below -> link(addresses, below))
                                .toList()))
                .toList();
    }

    private static Link link(Addresses addresses, SiteLook.Item item) {
        return Link.of(addresses.resolved(item.href(), Map.of()), item.text());
    }

    private List<HeaderView.Item> main(Addresses addresses) {
        return usual(addresses).stream()
                .map(link -> new HeaderView.Item(link, List.of()))
                .toList();
    }

    private List<Link> usual(Addresses addresses) {
        var links = new ArrayList<Link>();
        links.add(Link.of(addresses.page(site.hasSeries("emergency") ? "/emergency/" : "/topics/safety/"), "防災・緊急"));
        links.add(Link.of(addresses.page("/topics/"), "くらし・分野"));
        links.add(Link.of(addresses.page("/areas/"), "地域"));
        links.add(Link.of(addresses.page("/departments/"), "組織・窓口"));
        links.add(Link.of(addresses.page("/subscribe"), "メール配信"));
        links.add(Link.of(addresses.page("/search"), "探す"));
        return links;
    }

    private List<Part> footer(Variant variant) {
        var addresses = new Addresses(site, variant);
        var view = new FooterView(
                site.name(),
                site.address(),
                site.phone(),
                site.email(),
                site.code(),
                links(variant, addresses),
                new Raw("</body></html>\n"));
        return parts(out -> {
            if (variant == Variant.FULL) JtefooterGenerated.render(out, null, view);
            else JteplainfooterGenerated.render(out, null, view);
        });
    }

    private List<Link> links(Variant variant, Addresses addresses) {
        var links = new ArrayList<Link>();
        if (variant != Variant.FULL) {
            links.add(Link.of(addresses.page("/search"), "探す"));
            links.add(Link.of(addresses.page("/departments/"), "組織・窓口"));
            links.add(Link.of(addresses.page("/shelters/"), "避難所"));
            links.add(Link.of(addresses.page("/headquarters/"), "災害対策本部"));
            links.add(Link.of(addresses.page("/safety"), "安否を調べる"));
            links.add(Link.of(addresses.page("/damage/"), "被害・復旧"));
            links.add(Link.of(addresses.page("/receipt"), "受付番号で確認"));
            links.add(Link.of(addresses.page("/about"), "使い方"));
            return links;
        }
        // The address is reserved; what stands there is the register's.
        links.add(Link.of(addresses.page("/shelters/"), "避難所"));
        links.add(Link.of(addresses.page("/headquarters/"), "災害対策本部"));
        links.add(Link.of(addresses.page("/damage/"), "被害・復旧"));
        links.add(Link.of(addresses.page("/about"), "このサイトの使い方"));
        links.add(Link.of(addresses.page("/accessibility"), "ウェブアクセシビリティ"));
        links.add(Link.of(addresses.page("/sitemap"), "サイトマップ"));
        links.add(Link.of(addresses.page("/departments/"), "お問い合わせ"));
        links.add(Link.of(addresses.page("/safety"), "安否を調べる"));
        links.add(Link.of(addresses.page("/receipt"), "受付番号で確認"));
        if (site.prefecture()) links.add(Link.of(addresses.page("/governments/"), "県と市町村のサイト"));
        links.add(Link.of(addresses.page("/opendata/"), "オープンデータ"));
        links.add(Link.of(addresses.file("/feed.xml"), "更新情報（Atom）"));
        return links;
    }

    private List<Part> parts(Html.Template template) {
        return Sheet.parts(Html.bytes(template), press);
    }

    private static Timeline<List<Part>> always(List<Part> parts) {
        return Timeline.always(parts);
    }
}
