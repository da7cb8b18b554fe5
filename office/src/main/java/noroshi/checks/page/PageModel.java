package noroshi.checks.page;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A parsed page with what every rule asks of an element: is it shown, does assistive technology meet it, can it take the focus. */
final class PageModel {

    private static final Set<String> NEVER_SHOWN = Set.of(
            "head",
            "title",
            "meta",
            "link",
            "script",
            "style",
            "template",
            "noscript",
            "noframes",
            "datalist",
            "param",
            "source",
            "track",
            "rp",
            "base",
            "noembed");

    final Document document;
    final Styles styles;
    final Roles roles;
    final Names names;
    final Fonts fonts;

    /** False for a picture or a formula that stands alone: rules about pages do not apply. */
    final boolean isPage;

    private final Map<Element, Boolean> shown = new IdentityHashMap<>();
    private final Map<Element, Boolean> inSight = new IdentityHashMap<>();
    private final Map<String, List<Element>> selected = new HashMap<>();

    PageModel(Document document, boolean isPage) {
        this.document = document;
        this.isPage = isPage;
        styles = new Styles(document);
        fonts = new Fonts(styles);
        roles = new Roles(this);
        names = new Names(this);
    }

    /** Every element that a selector names, looked for once. */
    List<Element> all(String selector) {
        return selected.computeIfAbsent(selector, document::select);
    }

    String role(Element element) {
        return roles.of(element);
    }

    String name(Element element) {
        return names.of(element);
    }

    /** Laid out at all: neither it nor what it stands in is switched off by display, visibility or the hidden attribute. */
    boolean isShown(Element element) {
        if (element.nameIs("area")) return isMapShown(element);
        return isLaidOut(element) && !styles.value(element, "visibility").matches("hidden|collapse");
    }

    private boolean isLaidOut(Element element) {
        var known = shown.get(element);
        if (known != null) return known;
        var parent = element.parent();
        boolean is = !isSwitchedOff(element) && (parent == null || isLaidOut(parent));
        shown.put(element, is);
        return is;
    }

    private boolean isSwitchedOff(Element element) {
        var display = styles.value(element, "display");
        if (!display.isEmpty()) return display.equals("none");
        var name = element.normalName();
        if (NEVER_SHOWN.contains(name)) return !(name.equals("title") && isSvg(element));
        if (element.hasAttr("hidden")) return true;
        if (name.equals("input")) return element.attr("type").equalsIgnoreCase("hidden");
        if (name.equals("dialog")) return !element.hasAttr("open");
        if (name.equals("audio")) return !element.hasAttr("controls");
        var parent = element.parent();
        return parent != null && parent.nameIs("details") && !parent.hasAttr("open") && !isSummary(element);
    }

    private boolean isMapShown(Element area) {
        var map = area.closest("map");
        if (map == null || map.attr("name").isEmpty()) return false;
        for (var image : all("img[usemap]"))
            if (image.attr("usemap").equals("#" + map.attr("name")) && isShown(image)) return true;
        return false;
    }

    /** Shown, and within the window a reader can scroll to; nothing clipped away or fully transparent. */
    boolean isVisible(Element element) {
        return isShown(element) && isInSight(element);
    }

    private boolean isInSight(Element element) {
        var known = inSight.get(element);
        if (known != null) return known;
        var parent = element.parent();
        boolean is = !isOutOfSight(element) && (parent == null || isInSight(parent));
        inSight.put(element, is);
        return is;
    }

    private boolean isOutOfSight(Element element) {
        if (styles.value(element, "opacity").matches("0(\\.0+)?%?")) return true;
        var clip = styles.value(element, "clip-path");
        if (clip.matches("inset\\((50|100)%.*\\)")) return true;
        if (isFarAway(element, "text-indent")) return true;
        boolean lifted = styles.value(element, "position").matches("absolute|fixed");
        if (!lifted) return false;
        for (var side : new String[] {"left", "top", "right", "bottom"}) if (isFarAway(element, side)) return true;
        return isAtMostOnePixel(element, "width") && isAtMostOnePixel(element, "height");
    }

    private boolean isFarAway(Element element, String property) {
        return Lengths.px(styles.value(element, property), 16, Media.WIDTH_PX) <= -500;
    }

    private boolean isAtMostOnePixel(Element element, String property) {
        return Lengths.px(styles.value(element, property), 16, Media.WIDTH_PX) <= 1;
    }

    /** Shown and not taken away from assistive technology by aria-hidden. */
    boolean isExposed(Element element) {
        return isShown(element) && !isAriaHidden(element);
    }

    boolean isAriaHidden(Element element) {
        for (Element at = element; at != null; at = at.parent())
            if (at.attr("aria-hidden").equalsIgnoreCase("true")) return true;
        return false;
    }

    boolean isFocusable(Element element) {
        if (!isShown(element) || isDisabled(element) || isInert(element)) return false;
        if (element.attr("tabindex").strip().matches("[-+]?\\d+")) return true;
        return switch (element.normalName()) {
            case "a", "area" -> element.hasAttr("href") || element.hasAttr("xlink:href");
            case "button", "select", "textarea", "iframe" -> true;
            case "input" -> !element.attr("type").equalsIgnoreCase("hidden");
            case "summary" -> isSummary(element);
            case "audio", "video" -> element.hasAttr("controls");
            default -> isEditable(element);
        };
    }

    private static boolean isEditable(Element element) {
        return element.hasAttr("contenteditable")
                && !element.attr("contenteditable").equalsIgnoreCase("false");
    }

    /** A stop of the Tab key. */
    boolean isTabStop(Element element) {
        return isFocusable(element) && !element.attr("tabindex").strip().startsWith("-");
    }

    static boolean isInert(Element element) {
        return element.closest("[inert]") != null;
    }

    static boolean isDisabled(Element element) {
        return switch (element.normalName()) {
            case "button", "input", "select", "textarea", "optgroup", "option", "fieldset" ->
                element.hasAttr("disabled") || isInDisabledFieldset(element);
            default -> false;
        };
    }

    private static boolean isInDisabledFieldset(Element element) {
        var fieldset = element.parents().select("fieldset[disabled]").first();
        if (fieldset == null) return false;
        var legend = element.closest("legend");
        return legend == null || legend.parent() != fieldset;
    }

    /** The summary that opens its details: the first one. */
    static boolean isSummary(Element element) {
        var parent = element.parent();
        return element.nameIs("summary")
                && parent != null
                && parent.nameIs("details")
                && parent.children().stream()
                                .filter(child -> child.nameIs("summary"))
                                .findFirst()
                                .orElse(element)
                        == element;
    }

    static boolean isSvg(Element element) {
        return element.tag().namespace().toLowerCase(Locale.ROOT).endsWith("svg");
    }
}
