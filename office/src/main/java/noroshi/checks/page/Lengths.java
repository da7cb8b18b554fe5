package noroshi.checks.page;

import java.util.Locale;
import java.util.regex.Pattern;

/** Lengths of CSS in pixels. */
final class Lengths {

    private static final Pattern LENGTH =
            Pattern.compile("([-+]?(?:\\d+\\.?\\d*|\\.\\d+))(px|pt|pc|em|rem|ex|ch|%|in|cm|mm|vw|vh)?");

    private Lengths() {}

    /**
     * @param font size of the font, for em; @param whole what 100 % is
     * @return NaN: no length
     */
    static double px(String text, double font, double whole) {
        var length = LENGTH.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!length.matches()) return Double.NaN;
        double number = Double.parseDouble(length.group(1));
        var unit = length.group(2);
        if (unit == null) return number;
        return number
                * switch (unit) {
                    case "pt" -> 4.0 / 3;
                    case "pc" -> 16;
                    case "em" -> font;
                    case "rem" -> 16;
                    case "ex", "ch" -> font / 2;
                    case "%" -> whole / 100;
                    case "in" -> 96;
                    case "cm" -> 96 / 2.54;
                    case "mm" -> 96 / 25.4;
                    case "vw" -> Media.WIDTH_PX / 100.0;
                    case "vh" -> Media.HEIGHT_PX / 100.0;
                    default -> 1;
                };
    }
}
