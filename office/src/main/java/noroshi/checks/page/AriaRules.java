package noroshi.checks.page;

import java.util.Set;
import noroshi.checks.Rule;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** Roles and attributes of WAI-ARIA: they exist, have a value, and fit the element. */
final class AriaRules {

    private static final Set<String> NAMING = Set.of("label", "labelledby", "braillelabel");
    private static final Set<String> DESCRIBING_ROLE = Set.of("roledescription", "brailleroledescription");

    private AriaRules() {}

    static void look(PageModel page, Verdicts verdicts) {
        for (var element : page.document.getAllElements()) {
            boolean exposed = page.isExposed(element);
            if (exposed && !element.attr("role").isBlank()) role(page, element, verdicts);
            for (var attribute : element.attributes())
                if (attribute.getKey().startsWith("aria-")) attribute(page, element, attribute, exposed, verdicts);
        }
    }

    private static void role(PageModel page, Element element, Verdicts verdicts) {
        var explicit = Roles.explicit(element);
        verdicts.passOrFail(
                Rule.ROLE_VALID,
                !explicit.isEmpty(),
                element,
                "role属性の「" + element.attr("role").strip() + "」という役割はありません。正しい役割を書くか、属性を外してください。");
        var role = Role.find(explicit);
        if (role == null
                || Role.isPresentational(explicit)
                || Roles.implicit(element).equals(explicit)) return;
        var missing = role.required().stream()
                .filter(name -> element.attr("aria-" + name).isBlank() && !isGivenByHtml(element, name))
                .sorted()
                .toList();
        if (explicit.equals("separator")
                && page.isFocusable(element)
                && element.attr("aria-valuenow").isBlank()) missing = java.util.List.of("valuenow");
        verdicts.passOrFail(
                Rule.ARIA_REQUIRED,
                missing.isEmpty(),
                element,
                "役割「%s」には、属性aria-%sが必要です。".formatted(explicit, String.join("、aria-", missing)));
    }

    private static boolean isGivenByHtml(Element element, String attribute) {
        return switch (attribute) {
            case "checked" -> element.nameIs("input") && element.attr("type").matches("checkbox|radio");
            case "level" -> element.normalName().matches("h[1-6]");
            case "valuenow" ->
                element.nameIs("input") && element.attr("type").matches("range|number") || element.nameIs("meter");
            case "expanded" -> element.nameIs("select");
            default -> false;
        };
    }

    private static void attribute(
            PageModel page, Element element, Attribute attribute, boolean exposed, Verdicts verdicts) {
        var name = attribute.getKey();
        var known = AriaAttribute.find(name);
        verdicts.passOrFail(Rule.ARIA_DEFINED, known != null, element, "属性「" + name + "」はWAI-ARIAにありません。綴りを確かめてください。");
        if (known == null || attribute.getValue().isBlank()) return;
        verdicts.passOrFail(
                Rule.ARIA_VALUE,
                known.takes(attribute.getValue()),
                element,
                "属性「%s」の値「%s」は使えません。".formatted(name, attribute.getValue().strip()));
        if (!exposed) return;
        permitted(page, element, known, verdicts);
        if (known.isGlobal()) prohibited(page, element, known, verdicts);
    }

    private static void permitted(PageModel page, Element element, AriaAttribute known, Verdicts verdicts) {
        var role = page.role(element);
        var facts = Role.find(role);
        boolean fits = known.isGlobal()
                || facts != null
                        && (facts.required().contains(known.name())
                                || facts.supported().contains(known.name()))
                || role.isEmpty()
                        && element.nameIs("input")
                        && Set.of("required", "readonly", "placeholder").contains(known.name());
        verdicts.passOrFail(
                Rule.ARIA_PERMITTED,
                fits,
                element,
                "属性「aria-%s」は、この要素（役割「%s」）では使えません。".formatted(known.name(), role.isEmpty() ? "なし" : role));
    }

    private static void prohibited(PageModel page, Element element, AriaAttribute known, Verdicts verdicts) {
        var explicit = Roles.explicit(element);
        var role = Role.isPresentational(explicit) ? explicit : page.role(element);
        boolean naming = NAMING.contains(known.name()) && Role.mustNotBeNamed(role);
        boolean describing =
                DESCRIBING_ROLE.contains(known.name()) && (role.equals("generic") || Role.isPresentational(role));
        verdicts.passOrFail(
                Rule.ARIA_PROHIBITED,
                !naming && !describing,
                element,
                "役割「%s」の要素には、属性「aria-%s」を付けても読み上げられません。文字として書いてください。".formatted(role, known.name()));
    }
}
