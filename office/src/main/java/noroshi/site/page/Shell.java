package noroshi.site.page;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import noroshi.jte.site.JtepageGenerated;
import noroshi.jte.site.JteplainpageGenerated;
import noroshi.site.view.Frame;
import noroshi.site.view.Frame.Alternate;
import noroshi.site.view.Link;
import noroshi.site.view.Raw;
import noroshi.snapshot.Part;
import noroshi.snapshot.Value;

/** Puts a main part into the surroundings of its site and variant. */
final class Shell {

    static final String START = """
            <!doctype html>
            <html lang="ja"><head>
            <meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">""";

    /** A beacon under load shows a light page in place of a heavy one; here it says so. */
    private static final String NOTICE = "notice";

    private final SiteFacts site;
    private final Variant variant;
    private final Press press;
    private final Addresses addresses;

    Shell(SiteFacts site, Variant variant, Press press) {
        this.site = site;
        this.variant = variant;
        this.press = press;
        this.addresses = new Addresses(site, variant);
    }

    SiteFacts site() {
        return site;
    }

    Variant variant() {
        return variant;
    }

    Addresses addresses() {
        return addresses;
    }

    Value.Page page(Facing facing, Html.Template main) {
        return new Value.Page(Heads.page(site, variant), parts(facing, main));
    }

    Value.Page form(Facing facing, Html.Template main, String form) {
        return new Value.Page(Heads.page(site, variant), parts(facing, main), form);
    }

    Value.Gone gone(Facing facing, Html.Template main) {
        return new Value.Gone(Heads.page(site, variant), parts(facing, main));
    }

    /** The first crumb: the site itself. */
    Link home() {
        return Link.of(addresses.page("/"), site.name());
    }

    /** The same page in the other variants. */
    List<Link> variants(String path) {
        return variant.others().stream()
                .map(other -> Link.of(addresses.in(other, path), other.label()))
                .toList();
    }

    private List<Part> parts(Facing facing, Html.Template main) {
        var frame = frame(facing);
        var content = Html.content(main);
        return Sheet.parts(
                Html.bytes(out -> {
                    if (variant == Variant.FULL) JtepageGenerated.render(out, null, frame, content);
                    else JteplainpageGenerated.render(out, null, frame, content);
                }),
                press);
    }

    private Frame frame(Facing facing) {
        var full = variant == Variant.FULL;
        var top = facing.crumbs().isEmpty();
        return new Frame(
                new Raw(START),
                top ? facing.title() : facing.title() + "｜" + site.name(),
                site.name(),
                facing.description(),
                facing.type(),
                facing.image(),
                facing.indexed(),
                addresses.absolute(facing.path()),
                full && facing.indexed() ? alternates(facing) : List.of(),
                facing.crumbs(),
                facing.title(),
                full ? data(facing) : Raw.NOTHING,
                Slots.content(Slots.header(site.code(), variant)),
                full ? Raw.NOTHING : Sheet.blank(NOTICE),
                Slots.content(Slots.banner(site.code(), variant)),
                Slots.content(Slots.footer(site.code(), variant)));
    }

    private List<Alternate> alternates(Facing facing) {
        var all = new ArrayList<Alternate>();
        for (var other : variant.others())
            all.add(new Alternate("text/html", addresses.in(other, facing.path()), other.label()));
        all.addAll(facing.alternates());
        return all;
    }

    private Content data(Facing facing) {
        var scripts = new StringBuilder();
        for (var object : facing.data()) scripts.append(JsonLd.script(object));
        return new Raw(scripts.toString());
    }
}
