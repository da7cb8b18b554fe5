package noroshi.checks.page;

import java.util.Locale;
import java.util.regex.Pattern;

/** Whether the conditions of a style sheet hold on the screen the checks imagine: a desk, 1280 by 720 pixels, in ordinary light. */
final class Media {

    static final int WIDTH_PX = 1280;
    static final int HEIGHT_PX = 720;
    private static final Pattern FEATURE = Pattern.compile("\\(([^)]*)\\)");

    private Media() {}

    static boolean holds(String media) {
        if (media.isBlank()) return true;
        return Css.split(media.toLowerCase(Locale.ROOT), ',').stream().anyMatch(Media::holdsOne);
    }

    private static boolean holdsOne(String query) {
        if (query.contains("print") != query.startsWith("not ")) return false;
        var features = FEATURE.matcher(query);
        while (features.find()) if (!feature(features.group(1))) return false;
        return true;
    }

    private static boolean feature(String feature) {
        var parts = feature.split(":", 2);
        if (parts.length < 2) return false;
        var value = parts[1].strip();
        return switch (parts[0].strip()) {
            case "orientation" -> value.equals("landscape");
            case "min-width" -> Lengths.px(value, 16, 0) <= WIDTH_PX;
            case "max-width" -> Lengths.px(value, 16, 0) >= WIDTH_PX;
            case "min-height" -> Lengths.px(value, 16, 0) <= HEIGHT_PX;
            case "max-height" -> Lengths.px(value, 16, 0) >= HEIGHT_PX;
            default -> false;
        };
    }
}
