package noroshi.checks.page;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The cascade over a page: its own style sheets, style attributes and the old attributes for colours. Linked sheets are not fetched. */
final class Styles {

    private static final Set<String> INHERITED = Set.of(
            "color",
            "visibility",
            "font-size",
            "font-weight",
            "font-family",
            "letter-spacing",
            "word-spacing",
            "line-height",
            "white-space",
            "text-shadow");
    private static final Pattern STATE =
            Pattern.compile(":(hover|focus|focus-visible|focus-within|active|visited|target|checked)\\b");
    private static final Pattern BESIDE = Pattern.compile("::?(before|after)$");
    private static final int INLINE = 1_000_000_000;

    /** What is declared for an element itself. @param weight origin and specificity, greater wins */
    record Declared(String value, boolean important, boolean inline, long weight) {}

    private final Map<Element, Map<String, Declared>> declared = new IdentityHashMap<>();
    private final Map<Element, Map<String, String>> beside = new IdentityHashMap<>();
    private final List<Css.StyleRule> rules;
    private int order;

    Styles(Document document) {
        var sheets = new StringBuilder();
        for (var style : document.select("style"))
            if (Media.holds(style.attr("media"))) sheets.append(style.data()).append('\n');
        rules = Css.rules(sheets.toString());
        for (var element : document.getAllElements()) attributes(element);
        for (var rule : rules) if (Media.holds(rule.media())) apply(document, rule);
        for (var element : document.select("[style]"))
            for (var each : Css.declarations(element.attr("style"))) declare(element, each, true, INLINE);
    }

    List<Css.StyleRule> rules() {
        return rules;
    }

    /** The value on the element itself or inherited; empty: the initial value. */
    String value(Element element, String property) {
        for (Element at = element; at != null; at = at.parent()) {
            var own = declared(at, property);
            if (own != null && !own.value.equals("inherit") && !own.value.equals("unset"))
                return own.value.equals("initial") ? "" : own.value;
            if (own == null && !INHERITED.contains(property)) return "";
        }
        return "";
    }

    @Nullable
    Declared declared(Element element, String property) {
        var own = declared.get(element);
        return own == null ? null : own.get(property);
    }

    /** Text that the style sheet puts {@code before} or {@code after} the element's content. */
    String beside(Element element, String where) {
        var texts = beside.get(element);
        return texts == null ? "" : texts.getOrDefault(where, "");
    }

    private void apply(Document document, Css.StyleRule rule) {
        for (var selector : rule.selectors()) {
            if (STATE.matcher(selector).find()) continue;
            var pseudo = BESIDE.matcher(selector);
            boolean isBeside = pseudo.find();
            if (!isBeside && selector.contains("::")) continue;
            var base = isBeside ? selector.substring(0, pseudo.start()) : selector;
            for (var element : select(document, base.isBlank() ? "*" : base))
                for (var each : rule.declarations()) {
                    if (!isBeside) declare(element, each, false, specificity(base));
                    else if (each.name().equals("content")) content(element, pseudo.group(1), each.value());
                }
        }
    }

    private void content(Element element, String where, String value) {
        var text = value.matches("(?s)[\"'].*[\"']") ? value.substring(1, value.length() - 1) : "";
        beside.computeIfAbsent(element, e -> new HashMap<>()).put(where, text);
    }

    private static List<Element> select(Document document, String selector) {
        try {
            return document.select(selector);
        } catch (IllegalStateException | IllegalArgumentException e) {
            return List.of(); // A selector that is not known here: the rule is left out, as a browser does.
        }
    }

    private static int specificity(String selector) {
        int ids = 0;
        int classes = 0;
        int names = 0;
        for (int i = 0; i < selector.length(); i++) {
            char c = selector.charAt(i);
            if (c == '#') ids++;
            else if (c == '.' || c == '[' || c == ':') classes++;
            else if (Character.isLetter(c) && (i == 0 || " >+~,".indexOf(selector.charAt(i - 1)) >= 0)) names++;
        }
        return Math.min(ids, 99) * 10_000 + Math.min(classes, 99) * 100 + Math.min(names, 99);
    }

    private void declare(Element element, Css.Declaration each, boolean inline, int specificity) {
        for (var part : Shorthands.expand(each)) {
            long weight = (part.important() ? 1L << 60 : 0) + ((long) specificity << 24) + Math.min(order++, 1 << 23);
            var own = declared.computeIfAbsent(element, e -> new HashMap<>());
            var standing = own.get(part.name());
            if (standing == null || standing.weight <= weight)
                own.put(part.name(), new Declared(part.value(), part.important(), inline, weight));
        }
    }

    private void attributes(Element element) {
        hint(element, "bgcolor", "background-color");
        if (element.nameIs("font")) hint(element, "color", "color");
        if (element.nameIs("body")) hint(element, "text", "color");
        if (element.hasAttr("background"))
            declare(element, new Css.Declaration("background-image", "url()", false), false, 0);
    }

    private void hint(Element element, String attribute, String property) {
        if (element.hasAttr(attribute))
            declare(
                    element,
                    new Css.Declaration(property, element.attr(attribute).strip(), false),
                    false,
                    0);
    }
}
