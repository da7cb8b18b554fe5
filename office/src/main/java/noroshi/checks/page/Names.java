package noroshi.checks.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** The accessible name: Accessible Name and Description Computation 1.2, with the ways of HTML-AAM. */
final class Names {

    private static final Set<String> LABELABLE =
            Set.of("button", "input", "meter", "output", "progress", "select", "textarea");
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "dfn", "em", "font", "i", "kbd", "label", "mark",
            "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr", "ruby", "rt", "rb",
            "img", "input", "svg", "del", "ins");
    private static final int DEPTH_MAX = 200;

    /** How an element is reached: @param referenced by aria-labelledby or a label; @param inside while reading contents. */
    private record Way(boolean referenced, boolean inside, boolean showsHidden) {
        Way deeper() {
            return new Way(referenced, true, showsHidden);
        }
    }

    private static final Way DIRECT = new Way(false, false, false);

    private final PageModel page;
    private final Deque<Element> path = new ArrayDeque<>();

    Names(PageModel page) {
        this.page = page;
    }

    String of(Element element) {
        path.clear();
        return tidy(name(element, DIRECT));
    }

    private String name(Element element, Way way) {
        if (path.size() > DEPTH_MAX || path.contains(element)) return "";
        if (!way.showsHidden && !page.isExposed(element)) return "";
        path.push(element);
        try {
            if (!way.referenced) {
                var text = labelledBy(element);
                if (!text.isBlank()) return text;
            }
            var label = element.attr("aria-label");
            if (!label.isBlank()) return label;
            return fromTheElement(element, way);
        } finally {
            path.pop();
        }
    }

    private String fromTheElement(Element element, Way way) {
        var role = page.role(element);
        boolean hidesItself = role.equals("none") || role.equals("presentation");
        if (way.inside && isField(element, role)) {
            var value = value(element, role);
            if (!value.isBlank()) return value;
        }
        var text = hidesItself && !way.referenced ? "" : natively(element);
        if (!text.isBlank()) return text;
        if (way.inside || way.referenced || Role.isNamedFromContents(role) || PageModel.isSummary(element)) {
            text = contents(element, way);
            if (!text.isBlank()) return text;
        }
        if (!element.attr("title").isBlank() && !hidesItself) return element.attr("title");
        return isTextField(element, role) ? placeholder(element) : text;
    }

    private String labelledBy(Element element) {
        var text = new StringBuilder();
        for (var id : element.attr("aria-labelledby").strip().split("\\s+")) {
            var other = id.isEmpty() ? null : page.document.getElementById(id);
            if (other == null) continue;
            boolean itself = path.remove(other);
            text.append(name(other, new Way(true, false, !page.isExposed(other))))
                    .append(' ');
            if (itself) path.push(other);
        }
        return text.toString();
    }

    /** The attributes and elements by which HTML names this kind of element. */
    private String natively(Element element) {
        return switch (element.normalName()) {
            case "img", "area" -> element.attr("alt");
            case "input" -> input(element);
            case "select", "textarea", "meter", "output", "progress", "button" -> labels(element);
            case "fieldset" -> child(element, "legend");
            case "table" -> child(element, "caption");
            case "figure" -> child(element, "figcaption");
            case "optgroup", "option", "track" -> element.attr("label");
            default -> PageModel.isSvg(element) ? svgTitle(element) : "";
        };
    }

    private String input(Element element) {
        return switch (element.attr("type").strip().toLowerCase(Locale.ROOT)) {
            case "image" -> element.attr("alt");
            case "button" -> firstOf(labels(element), element.attr("value"));
            case "submit" -> firstOf(labels(element), element.hasAttr("value") ? element.attr("value") : "送信");
            case "reset" -> firstOf(labels(element), element.hasAttr("value") ? element.attr("value") : "リセット");
            default -> labels(element);
        };
    }

    private static String firstOf(String one, String other) {
        return one.isBlank() ? other : one;
    }

    private String labels(Element element) {
        var text = new StringBuilder();
        for (var label : labelsOf(element))
            text.append(name(label, new Way(true, false, !page.isExposed(label))))
                    .append(' ');
        return text.toString();
    }

    /** The label elements that belong to a form's field. */
    List<Element> labelsOf(Element element) {
        if (!LABELABLE.contains(element.normalName())) return List.of();
        var id = element.id();
        return page.all("label").stream()
                .filter(label -> label.hasAttr("for")
                        ? !id.isEmpty() && label.attr("for").equals(id) && page.document.getElementById(id) == element
                        : label.stream()
                                        .filter(e -> LABELABLE.contains(e.normalName()))
                                        .findFirst()
                                        .orElse(null)
                                == element)
                .toList();
    }

    private String child(Element element, String name) {
        for (var child : element.children()) if (child.nameIs(name)) return name(child, new Way(true, false, false));
        return "";
    }

    private static String svgTitle(Element element) {
        for (var child : element.children()) if (child.normalName().equals("title")) return child.wholeText();
        return "";
    }

    private String contents(Element element, Way way) {
        var text = new StringBuilder(page.styles.beside(element, "before"));
        for (var node : element.childNodes()) {
            if (node instanceof TextNode words) text.append(words.getWholeText());
            else if (node instanceof Element child) {
                var gap = isInline(child) ? "" : " ";
                text.append(gap).append(name(child, way.deeper())).append(gap);
            }
        }
        return text.append(page.styles.beside(element, "after")).toString();
    }

    boolean isInline(Element element) {
        var display = page.styles.value(element, "display");
        return display.isEmpty() ? INLINE.contains(element.normalName()) : display.equals("inline");
    }

    private static boolean isField(Element element, String role) {
        return Role.isField(role) && !Role.isNamedFromContents(role) && !element.nameIs("option");
    }

    private static boolean isTextField(Element element, String role) {
        return element.nameIs("input")
                || element.nameIs("textarea")
                || role.equals("textbox")
                || role.equals("searchbox");
    }

    private static String placeholder(Element element) {
        return firstOf(element.attr("placeholder"), element.attr("aria-placeholder"));
    }

    private String value(Element element, String role) {
        if (element.nameIs("select")) {
            var chosen = element.selectFirst("option[selected]");
            var first = chosen == null ? element.selectFirst("option") : chosen;
            return first == null ? "" : first.text();
        }
        if (element.nameIs("input")) return element.attr("value");
        if (role.equals("slider") || role.equals("spinbutton"))
            return firstOf(element.attr("aria-valuetext"), element.attr("aria-valuenow"));
        return role.equals("textbox") || role.equals("searchbox") ? element.text() : "";
    }

    static String tidy(String text) {
        return text.replaceAll("[\\s\\u00a0\\u3000]+", " ").strip();
    }
}
