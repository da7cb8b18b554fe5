package noroshi.checks.page;

import java.util.Locale;
import java.util.regex.Pattern;
import noroshi.checks.Rule;
import noroshi.checks.text.LinkWords;
import org.jsoup.nodes.Element;

/** Links whose words say where they lead, also without the sentence around them; and files that say what they are. */
final class LinkRules {

    private static final Pattern FILE = Pattern.compile("(?i)[^?#]*\\.(pdf|docx?|xlsx?|pptx?|zip|csv)([?#].*)?");

    private LinkRules() {}

    static void look(PageModel page, Verdicts verdicts) {
        for (var element : page.document.getAllElements()) {
            if (!page.isExposed(element) || !Role.isLink(page.role(element))) continue;
            var name = page.name(element);
            if (name.isEmpty()) continue;
            vague(element, name, verdicts);
            file(element, name, verdicts);
        }
    }

    private static void vague(Element element, String name, Verdicts verdicts) {
        boolean helped =
                element.hasAttr("aria-describedby") || element.closest("td, th, li") != null && !onlyTextOf(element);
        if (!LinkWords.isVague(name)) verdicts.pass(Rule.LINK_TEXT);
        else if (helped) verdicts.leave(Rule.LINK_TEXT);
        else verdicts.fail(Rule.LINK_TEXT, element, "リンクの文字「" + name + "」だけでは行き先が分かりません。行き先の題名などをリンクの文字にしてください。");
    }

    /** Whether the cell or item holds nothing but the link. */
    private static boolean onlyTextOf(Element element) {
        var around = element.closest("td, th, li");
        return around == null || around.text().strip().equals(element.text().strip());
    }

    private static void file(Element element, String name, Verdicts verdicts) {
        var file = FILE.matcher(element.attr("href").strip());
        if (!file.matches()) return;
        var around = element.parent() == null ? name : name + element.parent().ownText();
        verdicts.passOrFail(
                Rule.LINK_FILE,
                LinkWords.tellsTypeAndSize(around),
                element,
                "リンク先は%sファイルです。リンクの文字に種類と大きさを添えてください（例：（PDF：120KB））。"
                        .formatted(file.group(1).toUpperCase(Locale.ROOT)));
    }
}
