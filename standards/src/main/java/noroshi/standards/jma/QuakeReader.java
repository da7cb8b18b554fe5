package noroshi.standards.jma;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Earthquake elements: source and magnitude. */
final class QuakeReader {
    // ISO 6709 as JMA writes it: latitude, longitude, perhaps height; ±DD.D or ±DDMM.M.
    private static final Pattern ISO6709 = Pattern.compile(
            "([+-]\\d{2}|[+-]\\d{4})(\\.\\d+)?([+-]\\d{3}|[+-]\\d{5})(\\.\\d+)?([+-]\\d+(?:\\.\\d+)?)?/");

    private QuakeReader() {}

    static Quake quake(Node earthquake) {
        Node area = earthquake.find("Hypocenter", "Area");
        return new Quake(
                earthquake.findInstant("OriginTime"),
                earthquake.findInstant("ArrivalTime"),
                earthquake.text("Condition"),
                area == null ? null : hypocentre(area, earthquake.text("Hypocenter", "Source")),
                magnitude(earthquake.get("Magnitude")));
    }

    private static Magnitude magnitude(Node node) {
        return new Magnitude(node.number(), node.attribute("description"), node.attribute("type"));
    }

    private static Hypocentre hypocentre(Node area, String source) {
        return new Hypocentre(
                area.text("Code"),
                area.text("Name"),
                coordinate(area.list("Coordinate")),
                area.text("DetailedName"),
                area.text("NameFromMark"),
                source);
    }

    /** The last coordinate is the most precise: VXSE61 gives degrees first and minutes after. */
    static @Nullable Coordinate coordinate(List<Node> nodes) {
        if (nodes.isEmpty()
                || nodes.getLast().text().isEmpty()
                || nodes.getLast().text().equals("/")) {
            return null;
        }
        Node node = nodes.getLast();
        Matcher matcher = ISO6709.matcher(node.text());
        if (!matcher.matches()) {
            throw node.unreadable("ISO 6709 の位置（例 +38.0+142.9-10000/）", null);
        }
        String height = matcher.group(5);
        return new Coordinate(
                degrees(matcher.group(1), matcher.group(2)),
                degrees(matcher.group(3), matcher.group(4)),
                height == null ? null : (int) Math.round(Double.parseDouble(height)),
                node.attribute("description"));
    }

    /** Degrees from ±D…D, or from ±D…DMM with minutes, to a millionth. */
    private static double degrees(String whole, @Nullable String fraction) {
        double sign = whole.charAt(0) == '-' ? -1 : 1;
        String digits = whole.substring(1);
        String rest = fraction == null ? "" : fraction;
        if (digits.length() < 4) {
            return sign * Double.parseDouble(digits + rest);
        }
        int minutesAt = digits.length() - 2;
        double value = Integer.parseInt(digits.substring(0, minutesAt))
                + Double.parseDouble(digits.substring(minutesAt) + rest) / 60;
        return sign * Math.round(value * 1e6) / 1e6;
    }
}
