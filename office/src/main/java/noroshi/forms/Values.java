package noroshi.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an article of a form says, by field id. Each value is a list of parts: most have one; a span has start and end, a place address,
 * latitude and longitude, an image its hash and words, several choices one part each.
 *
 * @param more Markdown behind the fields
 */
public record Values(Map<String, List<String>> parts, String more) {

    public static final Values NONE = new Values(Map.of(), "");

    public Values {
        var copy = new LinkedHashMap<String, List<String>>();
        parts.forEach((id, list) -> copy.put(id, List.copyOf(list)));
        parts = java.util.Collections.unmodifiableMap(copy);
    }

    public List<String> of(Field field) {
        return parts.getOrDefault(field.id(), List.of());
    }

    /** One part; "" when it is missing. */
    public String part(Field field, int index) {
        var all = of(field);
        return index < all.size() ? all.get(index) : "";
    }

    public boolean isEmpty(Field field) {
        return of(field).stream().allMatch(String::isBlank);
    }
}
