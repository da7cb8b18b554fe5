package noroshi.checks.page;

import java.util.IdentityHashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/** Size and weight of an element's font, as browsers start from. */
final class Fonts {

    private static final double MEDIUM_PX = 16;
    private final Styles styles;
    private final Map<Element, Double> sizes = new IdentityHashMap<>();

    Fonts(Styles styles) {
        this.styles = styles;
    }

    double size(Element element) {
        var known = sizes.get(element);
        if (known != null) return known;
        var parent = element.parent();
        double around = parent == null ? MEDIUM_PX : size(parent);
        var declared = styles.declared(element, "font-size");
        double size = declared == null ? around * usual(element) : size(declared.value(), around);
        sizes.put(element, size);
        return size;
    }

    private static double size(String value, double around) {
        return switch (value) {
            case "xx-small" -> 9;
            case "x-small" -> 10;
            case "small" -> 13;
            case "medium", "initial" -> MEDIUM_PX;
            case "large" -> 18;
            case "x-large" -> 24;
            case "xx-large" -> 32;
            case "smaller" -> around / 1.2;
            case "larger" -> around * 1.2;
            default -> {
                double px = Lengths.px(value, around, around);
                yield Double.isNaN(px) ? around : px;
            }
        };
    }

    private static double usual(Element element) {
        return switch (element.normalName()) {
            case "h1" -> 2;
            case "h2" -> 1.5;
            case "h3" -> 1.17;
            case "h5", "small", "sub", "sup" -> 0.83;
            case "h6" -> 0.67;
            default -> 1;
        };
    }

    boolean isBold(Element element) {
        for (Element at = element; at != null; at = at.parent()) {
            var declared = styles.declared(at, "font-weight");
            if (declared != null) return declared.value().matches("bold|bolder|[7-9]00");
            if (at.normalName().matches("h[1-6]|strong|b|th")) return true;
        }
        return false;
    }
}
