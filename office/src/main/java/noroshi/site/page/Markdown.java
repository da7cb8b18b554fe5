package noroshi.site.page;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlRenderer;

/** What authors wrote, as a variant shows it; safe whatever was typed: markup is shown as text, never obeyed. */
final class Markdown {

    private static final List<org.commonmark.Extension> TABLES = List.of(TablesExtension.create());

    private final Variant variant;
    private final HtmlRenderer renderer;
    private final Node document;

    /** @param articles where {@code article:ID} leads, as paths inside the site; those not named lose their link */
    Markdown(String text, Variant variant, Addresses addresses, List<MediaFacts> pictures, Map<Long, String> articles) {
        this.variant = variant;
        this.document =
                noroshi.publishing.Markdown.tree(Sheet.clean(text), address -> addresses.resolved(address, articles));
        var known = pictures.stream().collect(Collectors.toMap(MediaFacts::hash, p -> p, (a, b) -> a));
        this.renderer = renderer(variant, addresses, known);
    }

    private static HtmlRenderer renderer(Variant variant, Addresses addresses, Map<String, MediaFacts> known) {
        return HtmlRenderer.builder()
                .extensions(TABLES)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .nodeRendererFactory(context -> new Pictures(context, variant, addresses, known))
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    if (tag.equals("th")) attributes.put("scope", "col");
                    // CSP forbids inline style; alignment is a class.
                    var align = attributes.remove("align");
                    if (align != null) attributes.put("class", "to-" + align);
                })
                .build();
    }

    /** The whole body. */
    String html() {
        var html = new StringBuilder();
        for (var node = document.getFirstChild(); node != null; node = node.getNext())
            html.append(framed(node, renderer.render(node)));
        return html.toString();
    }

    /** The body in pieces, none of which takes more than so many bytes when compressed, unless it cannot be cut. */
    List<String> blocks(int bytesMax) {
        var whole = renderer.render(document);
        if (Cutter.compressed(whole) <= bytesMax) return List.of(whole);
        return new Cutter(renderer, bytesMax).cut(document);
    }

    private String framed(Node node, String html) {
        // Wide tables scroll by themselves, also from the keyboard.
        return variant == Variant.FULL && node instanceof org.commonmark.ext.gfm.tables.TableBlock
                ? "<div class=\"table\" role=\"region\" aria-label=\"表\" tabindex=\"0\">%s</div>\n".formatted(html)
                : html;
    }
}
