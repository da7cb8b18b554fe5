package noroshi.checks.page;

import java.util.List;
import java.util.regex.Pattern;
import noroshi.checks.Rule;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** No page is turned on its side when the device is. */
final class OrientationRule {

    private static final Pattern ORIENTATION = Pattern.compile("orientation\\s*:\\s*(portrait|landscape)\\b");
    private static final Pattern TURN =
            Pattern.compile("(?i)(?:rotate[zZ]?\\(\\s*|^\\s*)([-+]?[\\d.]+)(deg|turn|rad|grad)");
    private static final double TOLERANCE_DEG = 1;

    private OrientationRule() {}

    static void look(PageModel page, Verdicts verdicts) {
        for (var rule : page.styles.rules()) {
            if (!ORIENTATION.matcher(rule.media()).find()) continue;
            for (var each : rule.declarations()) {
                var turned = turn(each);
                if (turned == null) continue;
                for (var selector : rule.selectors())
                    for (var element : select(page, selector)) element(page, element, turned, verdicts);
            }
        }
    }

    private static void element(PageModel page, Element element, double turned, Verdicts verdicts) {
        if (!page.isVisible(element) || element.text().isBlank()) return;
        if (element.nameIs("html") && !page.isVisible(page.document.body())) return;
        double difference = Math.abs(turned - usual(page, element)) % 360;
        boolean onItsSide = Math.abs(difference - 90) <= TOLERANCE_DEG || Math.abs(difference - 270) <= TOLERANCE_DEG;
        verdicts.passOrFail(Rule.ORIENTATION_LOCK, !onItsSide, element, "画面を回すと内容が横倒しになります。回転させるスタイルを外してください。");
    }

    /** How far the element is turned without the condition. */
    private static double usual(PageModel page, Element element) {
        double degrees = 0;
        for (var rule : page.styles.rules()) {
            if (!rule.media().isEmpty()) continue;
            for (var selector : rule.selectors())
                if (select(page, selector).contains(element))
                    for (var each : rule.declarations()) {
                        var turned = turn(each);
                        if (turned != null) degrees = turned;
                    }
        }
        return degrees;
    }

    /** Degrees; null: nothing is turned. */
    private static @Nullable Double turn(Css.Declaration declaration) {
        if (!declaration.name().equals("transform") && !declaration.name().equals("rotate")) return null;
        var turn = TURN.matcher(declaration.value());
        if (!turn.find()) return null;
        double amount = Double.parseDouble(turn.group(1));
        return switch (turn.group(2).toLowerCase(java.util.Locale.ROOT)) {
            case "turn" -> amount * 360;
            case "rad" -> Math.toDegrees(amount);
            case "grad" -> amount * 0.9;
            default -> amount;
        };
    }

    private static List<Element> select(PageModel page, String selector) {
        try {
            return page.document.select(selector);
        } catch (IllegalStateException | IllegalArgumentException e) {
            return List.of();
        }
    }
}
