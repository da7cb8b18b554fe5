package noroshi.checks.page;

import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** Which role an element has: the first valid one written, unless it wants to hide what must not be hidden, else the one of its kind. */
final class Roles {

    private static final Map<String, String> ALWAYS =
            Table.read("elements.tsv").stream().collect(Collectors.toUnmodifiableMap(row -> row[0], row -> row[1]));

    private final PageModel page;
    private final Map<Element, String> known = new IdentityHashMap<>();

    Roles(PageModel page) {
        this.page = page;
    }

    /** Empty: HTML gives it no role of ARIA. */
    String of(Element element) {
        var role = known.get(element);
        if (role == null) {
            role = work(element);
            known.put(element, role);
        }
        return role;
    }

    private String work(Element element) {
        var explicit = explicit(element);
        if (explicit.isEmpty()) return implicitUnlessNamed(element);
        if (Role.isPresentational(explicit)) return isKept(element) ? implicit(element) : "none";
        return explicit;
    }

    /** An image with an empty alt is decoration, unless an attribute or the keyboard makes it known all the same. */
    private String implicitUnlessNamed(Element element) {
        var implicit = implicit(element);
        return implicit.equals("none") && isKept(element) ? "img" : implicit;
    }

    /** ARIA, "presentational roles conflict resolution". */
    boolean isKept(Element element) {
        if (page.isFocusable(element)) return true;
        for (var attribute : element.attributes()) {
            var known = AriaAttribute.find(attribute.getKey());
            if (known != null && known.isGlobal() && !known.name().equals("hidden")) return true;
        }
        return false;
    }

    /** The first valid role that is written; empty: none. */
    static String explicit(Element element) {
        for (var word : element.attr("role").strip().toLowerCase(Locale.ROOT).split("\\s+"))
            if (Role.find(word) != null) return word;
        return "";
    }

    static String implicit(Element element) {
        var always = ALWAYS.get(element.normalName());
        if (always != null) return always;
        return switch (element.normalName()) {
            case "a", "area" -> element.hasAttr("href") || element.hasAttr("xlink:href") ? "link" : "generic";
            case "footer" -> isOfThePage(element) ? "contentinfo" : "generic";
            case "header" -> isOfThePage(element) ? "banner" : "generic";
            case "img" -> element.hasAttr("alt") && element.attr("alt").isEmpty() ? "none" : "img";
            case "input" -> input(element);
            case "section" -> isLabelled(element) ? "region" : "generic";
            case "select" -> isListBox(element) ? "listbox" : "combobox";
            case "td" -> isInGrid(element) ? "gridcell" : "cell";
            case "th" ->
                element.attr("scope").toLowerCase(Locale.ROOT).startsWith("row") ? "rowheader" : "columnheader";
            default -> "";
        };
    }

    private static String input(Element element) {
        boolean suggests = element.hasAttr("list");
        return switch (element.attr("type").strip().toLowerCase(Locale.ROOT)) {
            case "button", "submit", "reset", "image" -> "button";
            case "checkbox" -> "checkbox";
            case "radio" -> "radio";
            case "range" -> "slider";
            case "number" -> "spinbutton";
            case "search" -> suggests ? "combobox" : "searchbox";
            case "hidden", "color", "date", "datetime-local", "file", "month", "password", "time", "week" -> "";
            default -> suggests ? "combobox" : "textbox";
        };
    }

    private static boolean isListBox(Element select) {
        return select.hasAttr("multiple") || select.attr("size").matches("[2-9]|\\d{2,}");
    }

    private static boolean isLabelled(Element element) {
        return !element.attr("aria-label").isBlank()
                || !element.attr("aria-labelledby").isBlank();
    }

    private static boolean isOfThePage(Element element) {
        var parent = element.parent();
        return parent == null || parent.closest("article, aside, main, nav, section") == null;
    }

    private static boolean isInGrid(Element cell) {
        var table = cell.closest("table");
        return table != null && table.attr("role").matches("grid|treegrid");
    }
}
