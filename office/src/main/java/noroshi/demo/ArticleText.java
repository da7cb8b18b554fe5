package noroshi.demo;

import static noroshi.platform.Require.require;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One article as it stands in a file of {@code articles/}: its head and its body. The README there has the form. */
record ArticleText(Map<String, String> head, String body) {

    static List<ArticleText> read(String file) {
        var articles = new ArrayList<ArticleText>();
        for (var part : file.split("(?m)^%%%\\R")) if (!part.isBlank()) articles.add(article(part));
        return articles;
    }

    private static ArticleText article(String part) {
        int end = part.indexOf("\n\n");
        require(end > 0, "An article has no empty line after its head: '%s'", part);
        var head = new LinkedHashMap<String, String>();
        for (var line : part.substring(0, end).split("\\R")) {
            int colon = line.indexOf(':');
            require(colon > 0, "The line '%s' is not 'key: value'.", line);
            head.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }
        return new ArticleText(head, part.substring(end).strip() + "\n");
    }

    String get(String key) {
        var value = head.get(key);
        require(value != null, "The article '%s' has no '%s'.", head.getOrDefault("id", "?"), key);
        return value == null ? "" : value;
    }

    String get(String key, String otherwise) {
        return head.getOrDefault(key, otherwise);
    }

    boolean has(String key) {
        return head.containsKey(key);
    }

    List<String> list(String key) {
        var value = get(key, "");
        return value.isBlank() ? List.of() : List.of(value.split(";"));
    }
}
