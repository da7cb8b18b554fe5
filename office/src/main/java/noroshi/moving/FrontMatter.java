package noroshi.moving;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** An article in a file: above, between lines of {@code ---}, what is known of it ({@code name: value}, values as in JSON); below, its Markdown. */
public record FrontMatter(Map<String, Object> fields, String body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public static FrontMatter read(String file) {
        var text = file.replace("\r\n", "\n");
        if (!text.startsWith("---\n")) return new FrontMatter(Map.of(), text);
        int end = text.indexOf("\n---\n", 3);
        if (end < 0) return new FrontMatter(Map.of(), text);
        var fields = new LinkedHashMap<String, Object>();
        for (var line : text.substring(4, end).split("\n")) {
            int colon = line.indexOf(": ");
            if (colon > 0)
                fields.put(
                        line.substring(0, colon).strip(),
                        value(line.substring(colon + 2).strip()));
        }
        return new FrontMatter(fields, text.substring(end + 5).replaceFirst("^\n", ""));
    }

    /** JSON is YAML too, so other programs read it as well; what is not JSON is taken as the words that stand there. */
    private static Object value(String text) {
        try {
            return text.startsWith("[")
                    ? JSON.readValue(text, new TypeReference<List<String>>() {})
                    : text.startsWith("\"") ? JSON.readValue(text, String.class) : text;
        } catch (JacksonException e) {
            return text;
        }
    }

    public String write() {
        var out = new StringBuilder("---\n");
        fields.forEach((name, value) -> out.append(name)
                .append(": ")
                .append(JSON.writeValueAsString(value))
                .append('\n'));
        return out.append("---\n\n").append(body).append('\n').toString();
    }

    public String text(String name) {
        return fields.get(name) instanceof String text ? text : "";
    }

    public List<String> list(String name) {
        return fields.get(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
