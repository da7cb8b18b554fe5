package noroshi.moving.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** What stands within a line: words, links, images, emphasis. */
final class Lines {

    private static final Pattern SPECIAL = Pattern.compile("([\\\\`*_\\[\\]<>|~])");
    private static final Pattern AT_START = Pattern.compile("^(\\s*)([#+>-]|=+|\\d{1,9}[.)])(?=\\s|$|[-=])");
    private static final Pattern OUTSIDE = Pattern.compile("(?i)(https?|mailto|tel):[^\\s\\\\]+");
    private static final int LOST_MAX = 30;
    /** A line end in Markdown that is one on the page too. */
    private static final String BREAK = "\\\n";
    /** A line end of the source, until both its sides are known. */
    private static final String END = "\uE000";

    private static final Pattern END_BETWEEN_WIDE = Pattern.compile(
            "(?<=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}、。，．！？）」』】)*])\uE000(?=[!\\[*]*[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}（「『【])");

    private final String address;
    private final String origin;
    private final Target.Book book;
    private final Set<String> links = new LinkedHashSet<>();
    private final Set<String> lost = new LinkedHashSet<>();
    private final Images images;

    Lines(String address, String origin, Target.Book book, List<Remark> remarks) {
        this.address = address;
        this.origin = origin;
        this.book = book;
        this.images = new Images(this, remarks);
    }

    Set<String> links() {
        return links;
    }

    Set<String> lost() {
        return lost;
    }

    /** Two line ends in a row are how old pages part their paragraphs. */
    List<String> paragraphs(List<Node> run) {
        var text = new StringBuilder();
        for (var node : run) inline(text, node);
        var found = new ArrayList<String>();
        for (var part : settled(text.toString()).split("(\\\\\\n[ \\u3000]*){2,}")) {
            var stripped = part.strip();
            while (stripped.startsWith(BREAK))
                stripped = stripped.substring(BREAK.length()).strip();
            while (stripped.endsWith("\\") && !stripped.endsWith("\\\\"))
                stripped = stripped.substring(0, stripped.length() - 1).strip();
            if (!stripped.isBlank()) found.add(eachLineSafe(stripped));
        }
        return found;
    }

    String one(Element element) {
        var text = new StringBuilder();
        for (var node : element.childNodes()) inline(text, node);
        return settled(text.toString()).strip();
    }

    /** The same where blocks stand inside, as in the cell of a table: each after the other in one line. */
    String oneFlat(Element element) {
        var parts = new ArrayList<String>();
        var text = new StringBuilder();
        for (var node : element.childNodes()) {
            if (Tags.isBlock(node)) {
                parts.add(settled(text.toString()));
                text.setLength(0);
                parts.add(oneFlat((Element) node));
            } else inline(text, node);
        }
        parts.add(settled(text.toString()));
        return String.join(
                " ",
                parts.stream()
                        .map(part -> part.replaceAll("(\\\\\\n|\\n)+", " ").strip())
                        .filter(part -> !part.isEmpty())
                        .toList());
    }

    private static String eachLineSafe(String text) {
        var lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++)
            lines[i] = AT_START.matcher(lines[i].strip())
                    .replaceFirst("$1\\\\$2")
                    .replaceFirst("^\\\\(\\d{1,9})([.)])", "$1\\\\$2");
        return String.join("\n", lines);
    }

    private void inline(StringBuilder out, Node node) {
        if (node instanceof TextNode text) {
            words(out, text.getWholeText());
            return;
        }
        if (!(node instanceof Element element)) return;
        switch (element.normalName()) {
            case "br" -> {
                while (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') out.setLength(out.length() - 1);
                out.append(BREAK);
            }
            case "img" -> out.append(images.write(element));
            case "a" -> link(out, element);
            case "b", "strong" -> out.append(strong(one(element)));
            case "em", "i", "cite", "dfn" -> out.append(marked(one(element), "*"));
            case "code", "kbd", "samp", "tt" -> out.append(code(element.text()));
            case "ruby" -> ruby(out, element);
            case "map" -> element.select("area[href]").forEach(area -> out.append(area(area)));
            case "area" -> out.append(area(element));
            case "rp" -> {}
            default -> {
                for (var child : element.childNodes()) inline(out, child);
            }
        }
    }

    /** Spaces and line ends of the source are one space; whether a line end is one at all shows only when both sides are known. */
    private static void words(StringBuilder out, String text) {
        var flat = text.replaceAll("[ \\t\\f\\u00a0]*[\\r\\n][ \\t\\r\\n\\f\\u00a0]*", END)
                .replaceAll("[ \\t\\f\\u00a0]+", " ");
        boolean after = out.isEmpty() || " \n\uE000".indexOf(out.charAt(out.length() - 1)) >= 0;
        if (after && (flat.startsWith(" ") || flat.startsWith(END))) flat = flat.substring(1);
        out.append(escaped(flat));
    }

    /** Between Japanese letters a line end of the source is nothing, elsewhere a space. */
    private static String settled(String text) {
        return END_BETWEEN_WIDE.matcher(text).replaceAll("").replace(END, " ");
    }

    static String escaped(String text) {
        return SPECIAL.matcher(text.replaceAll("[\\p{Cc}&&[^\\n\\t]]", ""))
                .replaceAll("\\\\$1")
                .replaceAll("&(?=#?\\w{1,10};)", "\\\\&");
    }

    static String strong(String text) {
        return marked(text, "**");
    }

    /** CommonMark needs a letter inside each mark; else the marks would stand there as stars. */
    private static String marked(String text, String mark) {
        var inner = text.strip();
        if (inner.isEmpty()
                || inner.contains("\n")
                || inner.startsWith("*")
                || inner.endsWith("*")
                || inner.contains("![")) return text;
        int first = inner.codePointAt(0);
        int last = inner.codePointBefore(inner.length());
        if (!Character.isLetterOrDigit(first) || !Character.isLetterOrDigit(last)) return text;
        return (text.startsWith(" ") ? " " : "") + mark + inner + mark + (text.endsWith(" ") ? " " : "");
    }

    private static String code(String text) {
        if (text.isBlank()) return "";
        var fence = text.contains("`") ? "``" : "`";
        return fence + (text.startsWith("`") ? " " : "") + text.strip() + (text.endsWith("`") ? " " : "") + fence;
    }

    private void ruby(StringBuilder out, Element ruby) {
        var reading = ruby.select("rt").text();
        var base = ruby.clone();
        base.select("rt, rp").remove();
        out.append(escaped(base.text()));
        if (!reading.isBlank()) out.append('（').append(escaped(reading)).append('）');
    }

    private String area(Element area) {
        var label = area.attr("alt").isBlank() ? area.attr("title") : area.attr("alt");
        var text = linked(escaped(label.strip()), area.attr("href"));
        return text.isBlank() ? "" : text + BREAK;
    }

    private void link(StringBuilder out, Element link) {
        var label = one(link);
        if (!link.hasAttr("href")) {
            out.append(label);
            return;
        }
        out.append(linked(label, link.attr("href")));
    }

    /** A frame inside the page becomes a link to what it showed. */
    String frame(Element frame) {
        var title = frame.attr("title").isBlank()
                ? "埋め込まれていたページ"
                : frame.attr("title").strip();
        return linked(escaped(title), frame.attr("src"));
    }

    private String linked(String label, String written) {
        var sent = written.strip();
        if (sent.isEmpty() || sent.startsWith("#")) return label;
        var inside = Addresses.resolve(address, sent, origin);
        if (inside == null) return outside(label, sent);
        if (inside.equals(address)) return label;
        links.add(inside);
        return switch (book.find(inside)) {
            case Target.Page(var article, var title) ->
                written(label.isBlank() ? escaped(title) : label, "article:" + article);
            case Target.File(var path, var image, var name, var bytes) ->
                written(label.isBlank() ? escaped(name) : label, path);
            case Target.Lost(var reason) -> lost(label, sent, reason);
        };
    }

    private String outside(String label, String sent) {
        var safe = sent.replace(" ", "%20")
                .replace("(", "%28")
                .replace(")", "%29")
                .replace("<", "%3C")
                .replace(">", "%3E");
        if (OUTSIDE.matcher(safe).matches()) return written(label.isBlank() ? escaped(safe) : label, safe);
        return sent.toLowerCase(Locale.ROOT).startsWith("javascript:") ? label : lost(label, sent, "使えない番地です");
    }

    private String lost(String label, String sent, String reason) {
        var shown = sent.length() <= 100 ? sent : sent.substring(0, 100) + "…";
        if (lost.size() < LOST_MAX) lost.add("リンク先「%s」：%s。リンクを外し、言葉だけを残しました。".formatted(shown, reason));
        return label;
    }

    private static String written(String label, String destination) {
        var text = label.replaceAll("(\\\\\\n|\\n)+", " ").strip();
        if (text.isBlank()) text = escaped(destination);
        // A link inside a link, or an image that is the whole link, would not be one.
        text = text.replaceAll("!\\[((?:[^\\]\\\\]++|\\\\.)*+)\\]\\([^)]*\\)", "$1");
        if (text.isBlank()) text = "リンク";
        return "[" + text + "](" + destination + ")";
    }

    Target target(String written) {
        var inside = Addresses.resolve(address, written, origin);
        if (inside == null) return new Target.Lost("ほかのサイトの画像です");
        return book.find(inside);
    }
}
