package noroshi.checks.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import noroshi.checks.Rule;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Text against what is painted behind it, as far as colours are plain; pictures and shadows are left to a person. */
final class ContrastRules {

    private static final double LARGE_PX = 24;
    private static final double LARGE_BOLD_PX = 18.5;
    private static final Pattern STOP = Pattern.compile("#[0-9a-fA-F]{3,8}|rgba?\\([^)]*\\)|\\b[a-zA-Z]+\\b");
    private static final Colour BUTTON_FACE = new Colour(0.937, 0.937, 0.937, 1);
    private static final Colour LINK = new Colour(0, 0, 0.933, 1);

    private ContrastRules() {}

    static void look(PageModel page, Verdicts verdicts) {
        for (var element : page.document.getAllElements()) if (isText(page, element)) measure(page, element, verdicts);
    }

    private static boolean isText(PageModel page, Element element) {
        var text = element.ownText().strip();
        boolean sign = text.codePointCount(0, text.length()) < 2 && !text.matches("\\p{IsHan}");
        if (text.isEmpty() || sign || PageModel.isSvg(element) || element.nameIs("option")) return false;
        return page.isVisible(element) && !page.isAriaHidden(element) && !isOfSomethingDisabled(page, element);
    }

    private static boolean isOfSomethingDisabled(PageModel page, Element element) {
        for (Element at = element; at != null; at = at.parent()) {
            if (at.attr("aria-disabled").equals("true") || PageModel.isDisabled(at)) return true;
            if (at.nameIs("fieldset") && at.hasAttr("disabled")) return true;
            if (at.nameIs("label") && labels(page, at)) return true;
        }
        return isNamedByDisabled(page, element);
    }

    private static boolean labels(PageModel page, Element label) {
        var field = label.hasAttr("for")
                ? page.document.getElementById(label.attr("for"))
                : label.selectFirst("input, select, textarea, button");
        return field != null
                        && (PageModel.isDisabled(field)
                                || field.attr("aria-disabled").equals("true"))
                || isNamedByDisabled(page, label);
    }

    private static boolean isNamedByDisabled(PageModel page, Element element) {
        if (element.id().isEmpty()) return false;
        return page.all("[aria-labelledby]").stream()
                .filter(other -> List.of(other.attr("aria-labelledby").strip().split("\\s+"))
                        .contains(element.id()))
                .anyMatch(other -> other.attr("aria-disabled").equals("true") || PageModel.isDisabled(other));
    }

    private static void measure(PageModel page, Element element, Verdicts verdicts) {
        var text = colour(page, element);
        var grounds = grounds(page, element);
        var shadow = page.styles.value(element, "text-shadow");
        if (text == null || grounds.isEmpty() || !shadow.isEmpty() && !shadow.equals("none")) {
            verdicts.leave(Rule.CONTRAST);
            verdicts.leave(Rule.CONTRAST_HIGH);
            return;
        }
        double opacity = opacity(page, element);
        var ratios = grounds.stream()
                .map(ground -> text.faded(opacity).over(ground).contrast(ground))
                .toList();
        double size = page.fonts.size(element);
        boolean large = size >= LARGE_PX || size >= LARGE_BOLD_PX && page.fonts.isBold(element);
        verdict(Rule.CONTRAST, element, ratios, large ? 3 : 4.5, verdicts);
        verdict(Rule.CONTRAST_HIGH, element, ratios, large ? 4.5 : 7, verdicts);
    }

    private static void verdict(Rule rule, Element element, List<Double> ratios, double wanted, Verdicts verdicts) {
        if (ratios.stream().allMatch(ratio -> ratio >= wanted)) verdicts.pass(rule);
        else if (ratios.stream().anyMatch(ratio -> ratio >= wanted)) verdicts.leave(rule);
        else
            verdicts.fail(
                    rule,
                    element,
                    "文字と背景のコントラスト比が%.1f対1です。%s対1以上になる色にしてください。"
                            .formatted(ratios.getFirst(), wanted == 4.5 ? "4.5" : "%.0f".formatted(wanted)));
    }

    private static @Nullable Colour colour(PageModel page, Element element) {
        for (Element at = element; at != null; at = at.parent()) {
            var declared = page.styles.declared(at, "color");
            if (declared != null && !declared.value().matches("inherit|unset|currentcolor"))
                return Colour.parse(declared.value());
            if (declared == null && page.role(at).equals("link") && at.nameIs("a")) return LINK;
            if (declared == null && at.nameIs("button")) return Colour.BLACK;
        }
        return Colour.BLACK;
    }

    /** The colours that may lie behind the text, opaque; empty: not to be known here. */
    private static List<Colour> grounds(PageModel page, Element element) {
        var layers = new ArrayList<List<Colour>>();
        for (Element at = element; at != null; at = at.parent()) {
            var image = page.styles.value(at, "background-image");
            if (image.contains("url(")) return List.of();
            var declared = page.styles.declared(at, "background-color");
            var colour = declared == null ? usual(at) : Colour.parse(declared.value());
            if (colour == null) return List.of();
            if (image.contains("gradient(")) layers.add(stops(image));
            layers.add(List.of(colour));
            if (colour.alpha() == 1) break;
        }
        var grounds = List.of(Colour.WHITE);
        for (var layer : layers.reversed()) {
            var under = grounds;
            grounds = layer.stream()
                    .flatMap(each -> under.stream().map(each::over))
                    .distinct()
                    .limit(64)
                    .toList();
        }
        return grounds;
    }

    private static Colour usual(Element element) {
        return element.nameIs("button") ? BUTTON_FACE : new Colour(0, 0, 0, 0);
    }

    private static List<Colour> stops(String gradient) {
        var found = new ArrayList<Colour>();
        var stops = STOP.matcher(gradient);
        while (stops.find()) {
            var colour = Colour.parse(stops.group());
            if (colour != null) found.add(colour);
        }
        return found;
    }

    private static double opacity(PageModel page, Element element) {
        double opacity = 1;
        for (Element at = element; at != null; at = at.parent()) {
            var value = page.styles.value(at, "opacity");
            if (value.matches("0?\\.\\d+|1(\\.0+)?")) opacity *= Double.parseDouble(value);
        }
        return opacity;
    }
}
