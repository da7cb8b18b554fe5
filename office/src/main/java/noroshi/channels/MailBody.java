package noroshi.channels;

import java.net.URI;
import java.util.List;
import java.util.Map;
import noroshi.markup.Contact;
import noroshi.markup.PlainMarkup;
import noroshi.publishing.Markdown;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
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
        var forHtml = Markdown.tree(markdown, this::reachable);
        PlainMarkup.make(forHtml, department -> Contact.UNKNOWN);
        forHtml.accept(new Images());
        var forText = Markdown.tree(markdown, this::reachable);
        PlainMarkup.make(forText, department -> Contact.UNKNOWN);
        forText.accept(new Images());
        forText.accept(new AddressLines());
        return new Shown(html.render(forHtml), text.render(forText).strip());
    }

    /** What only the site can find (an article or an image by its number) keeps its words and loses its link. */
    private String reachable(String address) {
        return address.startsWith("article:") || address.startsWith("media:") ? "" : absolute(address);
    }

    /** An image in a mail would tell its server who opened it, and is hidden by most readers: words and a link stand for it. */
    private final class Images extends AbstractVisitor {

        @Override
        public void visit(Image image) {
            Node words = new Text("画像：" + words(image));
            if (!(image.getParent() instanceof Link) && image.getDestination().startsWith("http")) {
                var link = new Link(image.getDestination(), null);
                link.appendChild(words);
                words = link;
            }
            image.insertBefore(words);
            image.unlink();
        }
    }

    /** In plain text an address stands on a line of its own: readers then find its end. */
    private final class AddressLines extends AbstractVisitor {

        @Override
        public void visit(Link link) {
            var words = words(link);
            if (!words.equals(link.getDestination()) && !words.isEmpty()) {
                link.insertBefore(new Text(words));
                link.insertBefore(new HardLineBreak());
            }
            link.insertBefore(new Text(link.getDestination()));
            if (link.getNext() != null && !(link.getNext() instanceof SoftLineBreak))
                link.insertBefore(new HardLineBreak());
            link.unlink();
        }
    }

    private String words(Node node) {
        var words = new StringBuilder();
        for (var child = node.getFirstChild(); child != null; child = child.getNext()) words.append(text.render(child));
        return words.toString().strip();
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
