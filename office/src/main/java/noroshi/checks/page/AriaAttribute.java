package noroshi.checks.page;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An attribute of WAI-ARIA, named without {@code aria-}, and which values it takes (attributes.tsv). */
record AriaAttribute(String name, boolean isGlobal, String type, Set<String> tokens) {

    private static final Map<String, AriaAttribute> ALL = Table.read("attributes.tsv").stream()
            .map(row -> new AriaAttribute(row[0], row[1].equals("G"), row[2], Table.words(row[3])))
            .collect(Collectors.toUnmodifiableMap(AriaAttribute::name, attribute -> attribute));

    /** @param attribute with {@code aria-} */
    static @Nullable AriaAttribute find(String attribute) {
        return attribute.startsWith("aria-") ? ALL.get(attribute.substring(5)) : null;
    }

    boolean takes(String value) {
        var text = value.strip();
        return switch (type) {
            case "boolean" -> text.equals("true") || text.equals("false");
            case "optional" -> text.equals("true") || text.equals("false") || text.equals("undefined");
            case "tristate" -> Set.of("true", "false", "mixed", "undefined").contains(text);
            case "integer" -> text.matches("[-+]?\\d+");
            case "number" -> text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
            case "token" -> tokens.contains(text);
            case "tokens" -> tokens.containsAll(List.of(text.split("\\s+")));
            default -> true;
        };
    }
}
