package noroshi.checks.page;

import noroshi.checks.Rule;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Spacing that a reader's own style sheet could not widen: an important style attribute with little room. */
final class SpacingRules {

    private static final double LETTER_EM_MIN = 0.12;
    private static final double WORD_EM_MIN = 0.16;
    private static final double LINE_EM_MIN = 1.5;
    private static final double LINE_NORMAL_EM = 1.2;
    private static final double CHARACTER_EM = 0.45;
    private static final double ROUNDING = 1e-6;

    private SpacingRules() {}

    static void look(PageModel page, Verdicts verdicts) {
        for (var element : page.document.getAllElements()) {
            if (element.ownText().isBlank() || PageModel.isSvg(element) || !page.isVisible(element)) continue;
            spacing(page, element, "letter-spacing", LETTER_EM_MIN, Rule.LETTER_SPACING, verdicts);
            spacing(page, element, "word-spacing", WORD_EM_MIN, Rule.WORD_SPACING, verdicts);
            if (isBroken(page, element)) spacing(page, element, "line-height", LINE_EM_MIN, Rule.LINE_HEIGHT, verdicts);
        }
    }

    private static void spacing(
            PageModel page, Element element, String property, double min, Rule rule, Verdicts verdicts) {
        var source = source(page, element, property);
        if (source == null) return;
        var declared = page.styles.declared(source, property);
        if (declared == null || !declared.important() || !declared.inline()) return;
        if (declared.value().matches("inherit|unset|revert|revert-layer")) return;
        double em = pixels(page, source, element, property, declared.value()) / page.fonts.size(element);
        if (Double.isNaN(em)) return;
        verdicts.passOrFail(
                rule,
                em >= min - ROUNDING,
                element,
                "style属性の%sが!importantで狭く固定され、読む人が広げられません。指定を外してください。".formatted(property));
    }

    /** The element itself or the ancestor that it inherits from. */
    private static @Nullable Element source(PageModel page, Element element, String property) {
        for (Element at = element; at != null; at = at.parent())
            if (page.styles.declared(at, property) != null) return at;
        return null;
    }

    private static double pixels(PageModel page, Element source, Element element, String property, String value) {
        boolean line = property.equals("line-height");
        double font = page.fonts.size(source);
        if (value.equals("normal") || value.equals("initial"))
            return line ? LINE_NORMAL_EM * page.fonts.size(element) : 0;
        if (line && value.matches("[\\d.]+")) return Double.parseDouble(value) * page.fonts.size(element);
        return Lengths.px(value, font, font);
    }

    /** Whether the text takes more than one line; an estimate, since nothing is laid out here. */
    private static boolean isBroken(PageModel page, Element element) {
        double width = Media.WIDTH_PX;
        for (Element at = element; at != null; at = at.parent())
            for (var property : new String[] {"width", "max-width"}) {
                double given = Lengths.px(page.styles.value(at, property), page.fonts.size(at), Media.WIDTH_PX);
                if (given < width) width = given;
            }
        return element.ownText().length() * CHARACTER_EM * page.fonts.size(element) > width;
    }
}
