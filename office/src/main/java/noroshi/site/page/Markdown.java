package noroshi.site.page;

import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import noroshi.markup.Contact;
import noroshi.markup.Markup;
import noroshi.markup.MarkupHtml;
import noroshi.markup.PlainMarkup;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/** What authors wrote, as a variant shows it; safe whatever was typed: markup is shown as text, never obeyed. */
final class Markdown {

    private final Variant variant;
    private final HtmlRenderer renderer;
    private final Node document;

    /**
     * @param articles where {@code article:ID} leads, as paths inside the site; those not named lose their link
     * @param contacts what {@code [[問い合わせ先]]} shows, by the department's code, "" for the article's own
     */
    Markdown(
            String text,
            Variant variant,
            Addresses addresses,
            List<MediaFacts> pictures,
            Map<Long, String> articles,
            Function<String, Contact> contacts) {
        this.variant = variant;
        this.document =
                noroshi.publishing.Markdown.tree(Sheet.clean(text), address -> addresses.resolved(address, articles));
        var known = pictures.stream().collect(Collectors.toMap(MediaFacts::hash, p -> p, (a, b) -> a));
        if (variant != Variant.FULL) PlainMarkup.make(document, contacts);
        this.renderer = renderer(variant, addresses, known, contacts);
    }

    /** Where no department is known. */
    Markdown(String text, Variant variant, Addresses addresses, List<MediaFacts> pictures, Map<Long, String> articles) {
        this(text, variant, addresses, pictures, articles, code -> Contact.UNKNOWN);
    }

    private static HtmlRenderer renderer(
            Variant variant, Addresses addresses, Map<String, MediaFacts> known, Function<String, Contact> contacts) {
        return HtmlRenderer.builder()
                .extensions(Markup.WRITING)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .nodeRendererFactory(MarkupHtml.factory(contacts))
                .nodeRendererFactory(context -> new Pictures(context, variant, addresses, known))
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    if (tag.equals("th")) attributes.put("scope", "col");
                    // The lite style lets a wide table scroll by itself; a keyboard must reach it.
                    if (tag.equals("table") && variant == Variant.LITE) attributes.put("tabindex", "0");
                    // CSP forbids inline style; alignment is a class.
                    var align = attributes.remove("align");
                    if (align != null) attributes.put("class", "to-" + align);
                })
                .build();
    }

    /** The whole body. */
    String html() {
        return html("表");
    }

    /** @param unnamed the name of a table that stands under no heading of this text */
    String html(String unnamed) {
        var html = new StringBuilder();
        var tables = new TableNames(unnamed);
        for (var node = document.getFirstChild(); node != null; node = node.getNext()) {
            var rendered = renderer.render(node);
            if (node instanceof Heading heading) tables.under(heading);
            html.append(
                    variant == Variant.FULL && node instanceof TableBlock ? framed(rendered, tables.next()) : rendered);
        }
        return html.toString();
    }

    /** The body in pieces, none of which takes more than so many bytes when compressed, unless it cannot be cut. */
    List<String> blocks(int bytesMax) {
        var whole = renderer.render(document);
        if (Cutter.compressed(whole) <= bytesMax) return List.of(whole);
        return new Cutter(renderer, bytesMax).cut(document);
    }

    /** Wide tables scroll by themselves, also from the keyboard. */
    private static String framed(String table, String name) {
        var label = new StringOutput();
        Escape.htmlAttribute(name, label);
        return "<div class=\"table\" role=\"region\" aria-label=\"%s\" tabindex=\"0\">%s</div>\n"
                .formatted(label, table);
    }

    /** A screen reader lists regions by name, so each table gets one of its own: its heading's. */
    private static final class TableNames {

        private static final TextContentRenderer TEXT =
                TextContentRenderer.builder().build();

        private final Map<String, Integer> given = new HashMap<>();
        private String name;

        TableNames(String unnamed) {
            this.name = unnamed;
        }

        void under(Heading next) {
            name = TEXT.render(next).strip() + "の表";
        }

        String next() {
            int number = given.merge(name, 1, Integer::sum);
            return number == 1 ? name : name + number;
        }
    }
}
