package noroshi.checks.page;

import noroshi.checks.Rule;
import org.jsoup.nodes.Element;

/** Nothing that takes the focus hides in what assistive technology does not meet. */
final class FocusRules {

    private FocusRules() {}

    static void look(PageModel page, Verdicts verdicts) {
        var scripts = new StringBuilder();
        for (var script : page.document.select("script"))
            scripts.append(script.data()).append('\n');
        for (var element : page.document.getAllElements()) {
            if (element.attr("aria-hidden").equalsIgnoreCase("true"))
                hidden(page, element, scripts.toString(), verdicts);
            if (page.isExposed(element) && Role.hasPresentationalChildren(page.role(element)))
                children(page, element, verdicts);
        }
    }

    private static void hidden(PageModel page, Element element, String scripts, Verdicts verdicts) {
        var stop = element.stream().filter(page::isTabStop).findFirst();
        if (stop.isEmpty()) verdicts.pass(Rule.HIDDEN_FOCUS);
        else if (isHandled(stop.get(), scripts)) verdicts.leave(Rule.HIDDEN_FOCUS);
        else
            verdicts.fail(
                    Rule.HIDDEN_FOCUS, stop.get(), "読み上げから隠した部分（aria-hidden）に、キーボードで移れる部品があります。部品を外すか、隠すのをやめてください。");
    }

    /** A script that names the element may pass the focus on at once. */
    private static boolean isHandled(Element element, String scripts) {
        return element.hasAttr("onfocus") || !element.id().isEmpty() && scripts.contains(element.id());
    }

    private static void children(PageModel page, Element element, Verdicts verdicts) {
        var stop = element.stream()
                .filter(child -> child != element && page.isTabStop(child))
                .findFirst();
        verdicts.passOrFail(
                Rule.PRESENTATIONAL_CHILDREN,
                stop.isEmpty(),
                stop.orElse(element),
                "ボタンなどの部品の中に、別の操作部品があります。読み上げでは操作できません。部品を分けてください。");
    }
}
