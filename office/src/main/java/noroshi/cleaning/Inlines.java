package noroshi.cleaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Words with emphasis, links and images as Markdown of one paragraph; '\n' is a line break that the author meant. */
final class Inlines {

    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel", "article");
    private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*):");
    private static final Pattern BOLD = Pattern.compile("font-weight\\s*:\\s*(bold|bolder|[6-9]00)");
    private static final Pattern NOT_BOLD = Pattern.compile("font-weight\\s*:\\s*(normal|[1-5]00)");
    private static final int DEPTH_MAX = 120;

    private final Wishes wishes;
    private final List<Block> remarks = new ArrayList<>();
    private final StringBuilder out = new StringBuilder();
    private boolean plain;
    private boolean inLink;
    /** Where the words of the link begin that is being read; before it nothing may change any more. */
    private int floor;

    private int depth;

    Inlines(Wishes wishes) {
        this.wishes = wishes;
    }

    /** No emphasis: for headings, header cells and the words of a link. */
    Inlines plain() {
        plain = true;
        return this;
    }

    List<Block> remarks() {
        return remarks;
    }

    String of(Element element) {
        return of(element.childNodes());
    }

    String of(List<Node> nodes) {
        nodes.forEach(this::node);
        return Escaping.signs(Spaces.collapsed(Emphasis.resolved(Spaces.settled(Spaces.collapsed(out.toString())))));
    }

    private void node(Node node) {
        switch (node) {
            case TextNode text ->
                out.append(Escaping.words(Spaces.source(Characters.tidy(text.getWholeText(), wishes.narrow()))));
            case Element element -> element(element);
            default -> {}
        }
    }

    private void element(Element element) {
        if (++depth > DEPTH_MAX) out.append(Escaping.words(Characters.tidy(element.text(), wishes.narrow())));
        else
            switch (element.normalName()) {
                case "br" -> out.append('\n');
                case "b", "strong" ->
                    emphasis(element, !NOT_BOLD.matcher(Scrub.style(element)).find());
                case "span", "font" ->
                    emphasis(element, BOLD.matcher(Scrub.style(element)).find());
                case "i", "em", "cite", "var", "dfn" -> slanted(element);
                case "a" -> link(element);
                case "img" -> image(element);
                case "code", "kbd", "samp", "tt" -> code(element);
                case "sup" -> raised(element);
                case "s", "strike", "del" -> struck(element);
                case "iframe" -> frame(element);
                case "x-call" -> out.append("[^").append(element.attr("n")).append(']');
                case "li" -> surrounded(element, "・");
                default -> surrounded(element, "");
            }
        depth--;
    }

    private void children(Element element) {
        element.childNodes().forEach(this::node);
    }

    private void surrounded(Element element, String mark) {
        if (!Blocks.isBlock(element)) {
            children(element);
            return;
        }
        out.append('\n').append(mark);
        children(element);
        out.append('\n');
    }

    private void emphasis(Element element, boolean strong) {
        if (!strong || plain) {
            surrounded(element, "");
            return;
        }
        out.append(Emphasis.STRONG_OPEN);
        children(element);
        out.append(Emphasis.STRONG_CLOSE);
    }

    private void slanted(Element element) {
        if (plain) {
            children(element);
            return;
        }
        out.append(Emphasis.EM_OPEN);
        children(element);
        out.append(Emphasis.EM_CLOSE);
    }

    private void link(Element element) {
        var address = address(element.attr("href"));
        int start = out.length();
        boolean outer = inLink;
        inLink = true;
        floor = outer ? floor : start;
        children(element);
        inLink = outer;
        var words = Spaces.collapsed(out.substring(start)).replace('\n', ' ');
        var label = Label.of(words);
        out.setLength(start);
        if (outer || address.isEmpty() || label.isEmpty()) {
            out.append(words);
            return;
        }
        out.append(label.before());
        noImage();
        out.append('[')
                .append(label.words())
                .append("](")
                .append(Escaping.address(address))
                .append(')')
                .append(label.after());
    }

    /** "!" and a link would together be an image, also where an emphasis between them is not written in the end. */
    private void noImage() {
        int at = out.length();
        while (at > 0 && Emphasis.isMark(out.charAt(at - 1))) at--;
        if (at > 0 && out.charAt(at - 1) == '!') out.insert(at - 1, '\\');
    }

    /** "" when it leads nowhere that a page may lead to. */
    private String address(String written) {
        var address = written.strip();
        if (address.isEmpty() || address.startsWith("#") || address.startsWith("//")) return "";
        if (address.chars().anyMatch(c -> c < 0x20 || c == 0x7F)) return "";
        var scheme = SCHEME.matcher(address);
        if (scheme.find() && !SCHEMES.contains(scheme.group(1).toLowerCase(java.util.Locale.ROOT))) return "";
        return wishes.link().apply(address);
    }

    private void image(Element image) {
        var alt = Spaces.oneLine(Escaping.words(Characters.tidy(image.attr("alt"), wishes.narrow())));
        var address = wishes.image().apply(image.attr("src").strip());
        if (!address.isEmpty()) {
            if (alt.isEmpty() && !image.hasAttr("alt")) remarks.add(new Block.Remark("画像に代替テキストがありません。画像の説明を書いてください。"));
            out.append("![").append(alt).append("](").append(Escaping.address(address));
            var caption = image.attr("title");
            if (!caption.isBlank() && image.hasAttr("data-caption"))
                out.append(" \"").append(Escaping.title(caption)).append('"');
            out.append(')');
            return;
        }
        if (isSpacer(image)) return;
        remarks.add(new Block.Remark(
                alt.isEmpty()
                        ? "画像は貼り付けでは入りません。「画像」から登録し、代替テキストを付けてください。"
                        : "画像「%s」は貼り付けでは入りません。「画像」から登録してください。".formatted(shortened(alt))));
        if (!alt.isEmpty()) out.append("（画像：").append(alt).append('）');
    }

    private static boolean isSpacer(Element image) {
        return image.attr("width").matches("[0-3]")
                || image.attr("height").matches("[0-3]")
                || image.attr("alt").isBlank() && image.hasAttr("alt");
    }

    private void code(Element element) {
        var words = Characters.tidy(element.text(), false).strip();
        if (words.isEmpty()) return;
        if (plain || words.contains("`")) out.append(Escaping.words(words));
        else codeSpan(words);
    }

    /** Two spans side by side would be read as something else: they become one. */
    private void codeSpan(String words) {
        int last = out.length() - 1;
        while (last >= 0 && Emphasis.isMark(out.charAt(last))) last--;
        boolean beside = last >= 0 && out.charAt(last) == '`' && (last == 0 || out.charAt(last - 1) != '\\');
        if (!beside) out.append('`').append(words).append('`');
        else if (last == out.length() - 1 && last >= floor) out.insert(last, words);
        else out.append(Escaping.words(words));
    }

    /** m² stays m²; other raised letters stand in the line. */
    private void raised(Element element) {
        switch (Characters.tidy(element.text(), true).strip()) {
            case "2" -> out.append('²');
            case "3" -> out.append('³');
            default -> children(element);
        }
    }

    private void struck(Element element) {
        if (element.hasText())
            remarks.add(
                    new Block.Remark("取り消し線の文字「%s」をふつうの文字にしました。要らない文字なら消してください。".formatted(shortened(element.text()))));
        children(element);
    }

    private void frame(Element frame) {
        var address = address(frame.attr("src"));
        var name = frame.attr("title").isBlank()
                ? "埋め込まれていた内容"
                : frame.attr("title").strip();
        remarks.add(new Block.Remark(
                "ほかのサイトの埋め込み（iframe）は使えないため、%s。".formatted(address.isEmpty() ? "取り除きました" : "リンクにしました")));
        if (!address.isEmpty())
            out.append('[')
                    .append(Escaping.words(Characters.tidy(name, wishes.narrow())))
                    .append("](")
                    .append(Escaping.address(address))
                    .append(')');
    }

    private static String shortened(String words) {
        return words.length() <= 20 ? words : words.substring(0, 20) + "…";
    }
}
