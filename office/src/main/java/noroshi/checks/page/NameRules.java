package noroshi.checks.page;

import noroshi.checks.Rule;
import org.jsoup.nodes.Element;

/** What can be pressed, filled in or jumped to has a name. */
final class NameRules {

    private NameRules() {}

    static void look(PageModel page, Verdicts verdicts) {
        for (var element : page.document.getAllElements()) {
            if (!page.isExposed(element)) continue;
            if (PageModel.isSummary(element)) {
                named(page, Rule.SUMMARY_NAME, element, verdicts, "開閉の見出し（summary）に文字がありません。何が開くのかを書いてください。");
                continue;
            }
            var role = page.role(element);
            if (Role.isLink(role))
                named(page, Rule.LINK_NAME, element, verdicts, "リンクに文字がありません。行き先を表す文字か、画像の代替テキストを入れてください。");
            if (role.equals("heading"))
                named(page, Rule.HEADING_NAME, element, verdicts, "見出しに文字がありません。見出しを入れるか、見出しの指定を外してください。");
            if (role.equals("menuitem")) named(page, Rule.MENU_ITEM_NAME, element, verdicts, "メニューの項目に名前がありません。");
            if (role.equals("button") && !isImageButton(element))
                named(page, Rule.BUTTON_NAME, element, verdicts, "ボタンに名前がありません。何をするボタンかを書いてください。");
            if (isField(element, role))
                named(page, Rule.FIELD_NAME, element, verdicts, "入力欄にラベルがありません。何を入力するのかをlabel要素で書いてください。");
        }
    }

    private static void named(PageModel page, Rule rule, Element element, Verdicts verdicts, String reason) {
        verdicts.passOrFail(rule, !page.name(element).isEmpty(), element, reason);
    }

    private static boolean isImageButton(Element element) {
        return element.nameIs("input") && element.attr("type").strip().equalsIgnoreCase("image");
    }

    private static boolean isField(Element element, String role) {
        return Role.isField(role) || role.isEmpty() && element.nameIs("input");
    }
}
