package noroshi.channels;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/** Markdown as mails show it: HTML that needs no style sheet, and plain text that needs no HTML. Markup in the text stays text. */
final class MailBody {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

    // Many mail readers drop <style>; each element carries its own.
    private static final Map<String, String> STYLES = Map.ofEntries(
            Map.entry("h1", "font-size:20px;line-height:1.5;margin:24px 0 8px"),
            Map.entry("h2", "font-size:18px;line-height:1.5;margin:24px 0 8px"),
            Map.entry("h3", "font-size:16px;line-height:1.5;margin:20px 0 8px"),
            Map.entry("p", "margin:0 0 16px"),
            Map.entry("ul", "margin:0 0 16px;padding-left:24px"),
            Map.entry("ol", "margin:0 0 16px;padding-left:24px"),
            Map.entry("li", "margin:0 0 4px"),
            Map.entry("a", "color:#0017c1"),
            Map.entry("blockquote", "margin:0 0 16px;padding-left:12px;border-left:4px solid #999999"),
            Map.entry("table", "border-collapse:collapse;margin:0 0 16px;width:100%"),
            Map.entry("th", "border:1px solid #999999;padding:6px 8px;text-align:left;background:#f1f1f4"),
            Map.entry("td", "border:1px solid #999999;padding:6px 8px"));

    private final Parser parser = Parser.builder()
            .extensions(EXTENSIONS)
            .includeSourceSpans(IncludeSourceSpans.NONE)
            .build();
    private final HtmlRenderer html = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .softbreak("<br>\n")
            .attributeProviderFactory(context -> (node, tag, attributes) -> {
                var style = STYLES.get(tag);
                if (style != null) attributes.put("style", style);
            })
            .build();
    private final TextContentRenderer text = TextContentRenderer.builder()
            .extensions(EXTENSIONS)
            .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
            .build();
    private final String site;
    private final String root;

    /** @param publicUrl where all sites stand; an address in the text that names no host is completed with it */
    MailBody(URI publicUrl, String government) {
        this.root = publicUrl.toString().replaceAll("/+$", "");
        this.site = root + "/" + government;
    }

    record Shown(String html, String text) {}

    Shown show(String markdown) {
        var document = parser.parse(markdown);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                link.setDestination(absolute(link.getDestination()));
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                inWords(image);
            }
        });
        return new Shown(html.render(document), text.render(document).strip());
    }

    /** An image in a mail would tell its server who opened it, and is hidden by most readers: words and a link stand for it. */
    private void inWords(Image image) {
        var alt = text.render(image.getFirstChild() == null ? new Text("") : image.getFirstChild());
        Node words = new Text("画像：" + alt.strip());
        if (!(image.getParent() instanceof Link)) {
            var link = new Link(absolute(image.getDestination()), null);
            link.appendChild(words);
            words = link;
        }
        image.insertBefore(words);
        image.unlink();
    }

    String absolute(String address) {
        if (!address.startsWith("/") || address.startsWith("//")) return address;
        return (address.matches("/[0-9]{6}/.*") ? root : site) + address;
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
