package noroshi.checks.page;

import noroshi.checks.Rule;
import org.jsoup.nodes.Element;

/** Headings come in order: a level is never skipped on the way down. */
final class HeadingRules {

    private HeadingRules() {}

    static void look(PageModel page, Verdicts verdicts) {
        int before = 0;
        for (var element : page.document.getAllElements()) {
            if (!page.isExposed(element) || !page.role(element).equals("heading")) continue;
            int level = level(element);
            if (before == 0 || level <= before + 1) verdicts.pass(Rule.HEADING_ORDER);
            else
                verdicts.fail(
                        Rule.HEADING_ORDER,
                        element,
                        "見出し%dの次に見出し%dがあります。間の段階を飛ばさず、見出し%dにしてください。".formatted(before, level, before + 1));
            before = level;
        }
    }

    private static int level(Element element) {
        if (element.attr("aria-level").matches("[1-9]")) return Integer.parseInt(element.attr("aria-level"));
        return element.normalName().matches("h[1-6]") ? element.normalName().charAt(1) - '0' : 2;
    }
}
