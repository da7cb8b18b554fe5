package noroshi.checks.page;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A colour: red, green, blue and opacity from 0 to 1, and what WCAG computes from them. */
record Colour(double red, double green, double blue, double alpha) {

    static final Colour WHITE = new Colour(1, 1, 1, 1);
    static final Colour BLACK = new Colour(0, 0, 0, 1);

    private static final Pattern RGB = Pattern.compile(
            "rgba?\\(\\s*([\\d.]+%?)[\\s,]+([\\d.]+%?)[\\s,]+([\\d.]+%?)(?:[\\s,/]+([\\d.]+%?))?\\s*\\)");
    private static final Map<String, String> NAMES =
            Table.read("colours.tsv").stream().collect(Collectors.toUnmodifiableMap(row -> row[0], row -> row[1]));

    /** null: no colour that is understood here. */
    static @Nullable Colour parse(String text) {
        var value = text.strip().toLowerCase(Locale.ROOT);
        if (value.equals("transparent")) return new Colour(0, 0, 0, 0);
        if (value.matches("#[0-9a-f]{3,4}|#[0-9a-f]{6}|#[0-9a-f]{8}")) return hex(value.substring(1));
        var named = NAMES.get(value);
        if (named != null) return hex(named);
        var rgb = RGB.matcher(value);
        if (!rgb.matches()) return null;
        var alpha = rgb.group(4);
        return new Colour(
                share(rgb.group(1), 255),
                share(rgb.group(2), 255),
                share(rgb.group(3), 255),
                alpha == null ? 1 : share(alpha, 1));
    }

    private static double share(String text, double whole) {
        boolean percent = text.endsWith("%");
        double number = Double.parseDouble(percent ? text.substring(0, text.length() - 1) : text);
        return Math.clamp(percent ? number / 100 : number / whole, 0, 1);
    }

    private static Colour hex(String digits) {
        int width = digits.length() < 6 ? 1 : 2;
        var parts = new double[] {1, 1, 1, 1};
        for (int i = 0; i < digits.length() / width; i++) {
            int part = Integer.parseInt(digits.substring(i * width, (i + 1) * width), 16);
            parts[i] = (width == 1 ? part * 17 : part) / 255.0;
        }
        return new Colour(parts[0], parts[1], parts[2], parts[3]);
    }

    Colour faded(double opacity) {
        return new Colour(red, green, blue, alpha * opacity);
    }

    /** This colour painted over an opaque one. */
    Colour over(Colour ground) {
        return new Colour(
                red * alpha + ground.red * (1 - alpha),
                green * alpha + ground.green * (1 - alpha),
                blue * alpha + ground.blue * (1 - alpha),
                1);
    }

    /** From 1 (none) to 21; WCAG 2.0, "contrast ratio". */
    double contrast(Colour other) {
        double one = luminance();
        double two = other.luminance();
        return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(double part) {
        return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
