package noroshi.checks.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import noroshi.checks.page.Css.Declaration;

/** The properties of CSS that set several at once, as far as the checks read those. */
final class Shorthands {

    private static final Pattern SIZE = Pattern.compile("(?:^|\\s)(\\d[\\d.]*(?:px|pt|em|rem|%))");
    private static final Pattern BOLD = Pattern.compile("(?:^|\\s)(bold|[6-9]00)(?:\\s|$)");

    private Shorthands() {}

    static List<Declaration> expand(Declaration given) {
        return switch (given.name()) {
            case "background" -> background(given);
            case "font" -> font(given);
            case "overflow" -> overflow(given);
            default -> List.of(given);
        };
    }

    private static List<Declaration> background(Declaration given) {
        var value = given.value();
        boolean drawn = value.contains("url(") || value.contains("gradient(");
        var colour = "transparent";
        for (var part : Css.split(value, ' ')) if (!part.contains("url(") && Colour.parse(part) != null) colour = part;
        return List.of(
                new Declaration("background-color", colour, given.important()),
                new Declaration("background-image", drawn ? value : "none", given.important()));
    }

    private static List<Declaration> font(Declaration given) {
        var found = new ArrayList<Declaration>();
        found.add(given);
        var size = SIZE.matcher(given.value());
        if (size.find()) found.add(new Declaration("font-size", size.group(1), given.important()));
        var bold = BOLD.matcher(given.value());
        found.add(new Declaration("font-weight", bold.find() ? bold.group(1) : "400", given.important()));
        return found;
    }

    private static List<Declaration> overflow(Declaration given) {
        var values = given.value().split("\\s+");
        return List.of(
                new Declaration("overflow-x", values[0], given.important()),
                new Declaration("overflow-y", values[values.length - 1], given.important()));
    }
}
