package noroshi.checks.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import noroshi.checks.Rule;
import org.jsoup.nodes.Element;

/** What fields of forms tell about themselves: the purpose for filling them in automatically. */
final class FormRules {

    private static final Set<String> CONTACT = Set.of(
            "tel",
            "tel-country-code",
            "tel-national",
            "tel-area-code",
            "tel-local",
            "tel-local-prefix",
            "tel-local-suffix",
            "tel-extension",
            "email",
            "impp");
    private static final Set<String> FIELDS = Set.of(
            "name",
            "honorific-prefix",
            "given-name",
            "additional-name",
            "family-name",
            "honorific-suffix",
            "nickname",
            "username",
            "new-password",
            "current-password",
            "one-time-code",
            "organization-title",
            "organization",
            "street-address",
            "address-line1",
            "address-line2",
            "address-line3",
            "address-level4",
            "address-level3",
            "address-level2",
            "address-level1",
            "country",
            "country-name",
            "postal-code",
            "cc-name",
            "cc-given-name",
            "cc-additional-name",
            "cc-family-name",
            "cc-number",
            "cc-exp",
            "cc-exp-month",
            "cc-exp-year",
            "cc-csc",
            "cc-type",
            "transaction-currency",
            "transaction-amount",
            "language",
            "bday",
            "bday-day",
            "bday-month",
            "bday-year",
            "sex",
            "url",
            "photo");

    private FormRules() {}

    static void look(PageModel page, Verdicts verdicts) {
        for (var field : page.document.select("input[autocomplete], select[autocomplete], textarea[autocomplete]")) {
            var value = field.attr("autocomplete").strip().toLowerCase(Locale.ROOT);
            if (value.isEmpty() || value.matches("on|off") || !asks(field) || !page.isExposed(field)) continue;
            verdicts.passOrFail(
                    Rule.AUTOCOMPLETE,
                    isValid(value),
                    field,
                    "autocomplete属性の値「" + value + "」は正しくありません。項目の名前（例：email）を確かめてください。");
        }
    }

    private static boolean asks(Element field) {
        boolean button = field.attr("type").toLowerCase(Locale.ROOT).matches("hidden|button|submit|reset|image");
        return !button
                && !PageModel.isDisabled(field)
                && !field.attr("aria-disabled").equals("true");
    }

    /** HTML, "autofill detail tokens". */
    static boolean isValid(String value) {
        List<String> words = new ArrayList<>(List.of(value.split("\\s+")));
        if (words.getLast().equals("webauthn")) words.removeLast();
        if (!words.isEmpty() && words.getFirst().startsWith("section-")) words.removeFirst();
        if (!words.isEmpty() && words.getFirst().matches("shipping|billing")) words.removeFirst();
        boolean reach = words.size() > 1 && words.getFirst().matches("home|work|mobile|fax|pager");
        if (reach) words.removeFirst();
        if (words.size() != 1) return false;
        return CONTACT.contains(words.getFirst()) || !reach && FIELDS.contains(words.getFirst());
    }
}
