package noroshi.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import noroshi.markup.Arrangement;
import noroshi.markup.Contact;
import noroshi.markup.Markup;
import noroshi.markup.MarkupHtml;
import noroshi.markup.PlainMarkup;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Document;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * The one reading of what authors write: CommonMark, tables and {@code noroshi.markup}, nothing that could harm a reader.
 *
 * <p>HTML stands as text, links lead to http, https, mailto, tel, paths or {@code article:ID} only, images are media of the site.
 * Headings begin at h2 (the page's title is the h1) and skip no level; header cells of tables have a scope.
 */
public final class Markdown {

    static final int DEPTH_MAX = 40;
    private static final Parser PARSER = Parser.builder()
            .extensions(Markup.READING)
            .customInlineContentParserFactory(new AngleBrackets())
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .extensions(Markup.WRITING)
            .nodeRendererFactory(MarkupHtml.factory(department -> Contact.UNKNOWN))
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new SafeAddresses())
            .percentEncodeUrls(true)
            .attributeProviderFactory(context -> Markdown::attributes)
            .build();

    private Markdown() {}

    /**
     * @param html safe to stand in a page as it is
     * @param plain the same for mail and the text variant: no markup, lines as the author's paragraphs
     * @param articles ids named by {@code article:ID} links
     * @param media paths or hashes of the images in the body, as written
     */
    public record Rendered(String html, String plain, List<Notice> notices, List<Long> articles, List<String> media) {
        public Rendered {
            notices = List.copyOf(notices);
            articles = List.copyOf(articles);
            media = List.copyOf(media);
        }
    }

    /**
     * Something that will not look as the author means it.
     *
     * @param line counted from 1; 0: the text as a whole
     * @param message what and what to do (Japanese)
     */
    public record Notice(int line, String message) {}

    /** {@code article:ID} and paths stay as written. */
    public static Rendered render(String text) {
        return render(text, UnaryOperator.identity());
    }

    /**
     * @param address from a link's or image's address as written ({@code article:12}, {@code /media/…}) to the one on the page;
     *     empty: the link's words stay without a link
     */
    public static Rendered render(String text, UnaryOperator<String> address) {
        var notices = new ArrayList<Notice>();
        var tree = parse(text, notices);
        var preparation = new MarkdownPreparation(address, notices);
        tree.accept(preparation);
        WideTables.in(text).forEach(wide -> notices.add(new Notice(wide.line(), wide.message())));
        if (preparation.fencesAreOdd(text)) notices.add(new Notice(0, "コードの囲み（```）が閉じられていません。"));
        var html = HTML.render(tree);
        PlainMarkup.make(tree, department -> Contact.UNKNOWN);
        return new Rendered(html, MarkdownPlainText.of(tree), notices, preparation.articles(), preparation.media());
    }

    /** The tree that {@link #render(String, UnaryOperator)} writes, for those who show it in pieces or in other forms. */
    public static Node tree(String text, UnaryOperator<String> address) {
        var notices = new ArrayList<Notice>();
        var tree = parse(text, notices);
        tree.accept(new MarkdownPreparation(address, notices));
        return tree;
    }

    private static Node parse(String text, List<Notice> notices) {
        try {
            var tree = PARSER.parse(text);
            if (depth(tree) <= DEPTH_MAX) {
                for (var remark : Arrangement.arrange(tree))
                    notices.add(new Notice(MarkdownPreparation.line(remark.at()), remark.message()));
                return tree;
            }
        } catch (StackOverflowError e) {
            // The parser and renderer descend by recursion; nobody writes this deep except to break them.
        }
        notices.add(new Notice(0, "書式の入れ子が深すぎるため、書式なしで表示します。引用や強調の重なりを減らしてください。"));
        return unformatted(text);
    }

    private static Node unformatted(String text) {
        var document = new Document();
        for (var line : text.lines().filter(l -> !l.isBlank()).toList()) {
            var paragraph = new Paragraph();
            paragraph.appendChild(new Text(line));
            document.appendChild(paragraph);
        }
        return document;
    }

    /** Without recursion, for it must survive what it is to find. */
    private static int depth(Node tree) {
        int depth = 0;
        int deepest = 0;
        Node node = tree;
        while (node != null) {
            deepest = Math.max(deepest, depth);
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
                continue;
            }
            while (node != null && node != tree && node.getNext() == null) {
                node = node.getParent();
                depth--;
            }
            node = node == null || node == tree ? null : node.getNext();
        }
        return deepest;
    }

    private static void attributes(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof TableCell && tag.equals("th")) attributes.put("scope", "col");
        // Alignment comes as style or align attributes, which the content security policy or HTML forbids: a class
        // instead.
        var align = attributes.remove("align");
        if (align != null) attributes.put("class", "align-" + align);
        if (node instanceof Link) attributes.remove("rel");
        if (node instanceof Image) attributes.put("loading", "lazy");
    }
}
