package noroshi.moving.page;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Which elements stand for themselves on a page, and which within a line. */
final class Tags {

    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "caption",
            "center",
            "dd",
            "details",
            "dir",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "frameset",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hgroup",
            "hr",
            "iframe",
            "legend",
            "li",
            "main",
            "marquee",
            "menu",
            "multicol",
            "nav",
            "noscript",
            "ol",
            "p",
            "pre",
            "section",
            "summary",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "ul",
            "noframes");

    /** Read as one piece, whatever is in them. */
    private static final Set<String> WHOLE =
            Set.of("table", "pre", "ul", "ol", "dl", "iframe", "hr", "h1", "h2", "h3", "h4", "h5", "h6");

    private Tags() {}

    static boolean isBlock(Element element) {
        return BLOCKS.contains(element.normalName())
                || !element.getAllElements().stream()
                        .skip(1)
                        .filter(inner -> BLOCKS.contains(inner.normalName()))
                        .findAny()
                        .isEmpty();
    }

    static boolean isBlock(Node node) {
        return node instanceof Element element && isBlock(element);
    }

    static boolean isWhole(Element element) {
        return WHOLE.contains(element.normalName());
    }

    static boolean isBlank(Node node) {
        if (node instanceof TextNode text)
            return text.getWholeText().replace('\u3000', ' ').isBlank();
        if (!(node instanceof Element element)) return true;
        return element.normalName().equals("br")
                || element.select("img, iframe, table, hr, area").isEmpty()
                        && !element.normalName().matches("img|iframe|table|hr|area")
                        && element.text().replace('\u3000', ' ').isBlank();
    }

    static boolean isHeading(Element element) {
        return element.normalName().matches("h[1-6]");
    }

    /** How much of the words stands in links: 0 to 1. */
    static double linked(Element element) {
        int all = element.text().replace(" ", "").length();
        if (all == 0) return element.selectFirst("a[href] img") == null ? 0 : 1;
        if (element.normalName().equals("a")) return 1;
        int inLinks = element.select("a[href]").stream()
                .mapToInt(link -> link.text().replace(" ", "").length())
                .sum();
        return Math.min(1, inLinks / (double) all);
    }
}
