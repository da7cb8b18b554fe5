package noroshi.care;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** The words of a mail as Markdown: lines stay lines, nothing of it is markup. Of HTML the words, list items and links stay. */
final class MailText {

    private static final Pattern SHAPED = Pattern.compile("(?i)<(table|ul|ol|h[1-6]|a\\s)");
    private static final Pattern SIGNATURE = Pattern.compile("(?m)^-- ?$");

    private MailText() {}

    /** The HTML of a mail says more than its words only where it shapes them. */
    static String of(MailReading reading) {
        if (SHAPED.matcher(reading.html()).find() || reading.text().isBlank()) return html(reading.html());
        var signature = SIGNATURE.matcher(reading.text());
        return plain(signature.find() ? reading.text().substring(0, signature.start()) : reading.text());
    }

    static String plain(String text) {
        var lines = new StringBuilder();
        for (var line : text.strip().lines().toList()) {
            if (line.isBlank()) lines.append('\n');
            else lines.append(escaped(line.strip())).append("  \n");
        }
        return lines.toString().replaceAll("\n{3,}", "\n\n").strip();
    }

    private static String html(String html) {
        var body = Jsoup.parse(html).body();
        body.select("script, style, head, title, [hidden]").remove();
        var words = new StringBuilder();
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        if (node instanceof TextNode text)
                            words.append(escaped(text.text().replace('\u00A0', ' ')));
                        else if (node instanceof Element element) begin(words, element);
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        if (node instanceof Element element) end(words, element);
                    }
                },
                body);
        return words.toString()
                .replaceAll("[ \\t]+\n", "\n")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    private static void begin(StringBuilder words, Element element) {
        switch (element.normalName()) {
            case "li" -> words.append("\n- ");
            case "h1", "h2" -> words.append("\n\n## ");
            case "h3", "h4", "h5", "h6" -> words.append("\n\n### ");
            case "br" -> words.append("  \n");
            case "a" -> words.append(isLink(element) ? "[" : "");
            default -> words.append(element.isBlock() ? "\n\n" : "");
        }
    }

    private static void end(StringBuilder words, Element element) {
        switch (element.normalName()) {
            case "a" ->
                words.append(isLink(element) ? "](" + element.attr("href").strip() + ")" : "");
            case "td", "th" -> words.append(' ');
            case "li", "br" -> {}
            default -> words.append(element.isBlock() ? "\n\n" : "");
        }
    }

    private static boolean isLink(Element element) {
        return element.attr("href").strip().matches("https?://[^\\s()<>\\[\\]]+")
                && !element.text().isBlank();
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>#|~])", "\\\\$1")
                .replaceFirst("^(\\s*)([-+=]|[0-9]+[.)])(?=\\s|$)", "$1\\\\$2");
    }
}
