package noroshi.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The files of the demonstration as they stand in the resources, read as their README.md says. */
final class DemonstrationFiles {

    static final Path FOLDER = Path.of("src/main/resources/noroshi/demo");

    private static final Pattern HEADER = Pattern.compile("([a-z]+): (\\S.*)");

    private DemonstrationFiles() {}

    /** One article: its header lines by key, and its body. */
    record Text(Path file, Map<String, String> head, String body) {

        String id() {
            return value("id");
        }

        /** Short, so that a failed check of hundreds of articles stays readable. */
        @Override
        public String toString() {
            return id();
        }

        /** The value of a key, or an empty text where the article has no such line. */
        String value(String key) {
            return head.getOrDefault(key, "");
        }

        /** The `;`-separated codes of a key. */
        List<String> codes(String key) {
            return value(key).isEmpty() ? List.of() : List.of(value(key).split(";"));
        }
    }

    /** The rows of a table, each by column name. No field of ours spans lines. */
    static List<Map<String, String>> table(String name) {
        var lines = read(FOLDER.resolve(name))
                .lines()
                .map(DemonstrationFiles::fields)
                .toList();
        var rows = new ArrayList<Map<String, String>>();
        for (var fields : lines.subList(1, lines.size())) {
            if (fields.size() != lines.getFirst().size())
                throw new IllegalStateException("%s: %s has %d fields, the header %d"
                        .formatted(name, fields, fields.size(), lines.getFirst().size()));
            var row = new LinkedHashMap<String, String>();
            for (int i = 0; i < fields.size(); i++) row.put(lines.getFirst().get(i), fields.get(i));
            rows.add(row);
        }
        return rows;
    }

    static List<Text> articles() {
        try (var files = Files.list(FOLDER.resolve("articles"))) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .flatMap(file -> articles(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Text> articles(Path file) {
        var articles = new ArrayList<Text>();
        for (var block : ("\n" + read(file)).split("\n%%%\n")) {
            if (!block.isBlank()) articles.add(article(file, block));
        }
        return articles;
    }

    private static Text article(Path file, String block) {
        int end = block.indexOf("\n\n");
        var head = new LinkedHashMap<String, String>();
        block.substring(0, end).lines().forEach(line -> {
            var parts = HEADER.matcher(line);
            if (!parts.matches() || head.put(parts.group(1), parts.group(2)) != null)
                throw new IllegalStateException(
                        "%s: '%s' is no header line, or its key stands twice".formatted(file, line));
        });
        return new Text(file, head, block.substring(end + 2).strip());
    }

    /** RFC 4180: quotes around a field with commas or quotes, a doubled quote for one. */
    private static List<String> fields(String line) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"')
                field.append(line.charAt(++i));
            else if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else field.append(c);
        }
        fields.add(field.toString());
        return fields;
    }
}
