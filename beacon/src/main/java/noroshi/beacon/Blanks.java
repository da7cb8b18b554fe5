package noroshi.beacon;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import noroshi.snapshot.Form;
import noroshi.snapshot.Part;

/** What a beacon writes into the blanks of a page, escaped for HTML; an unknown blank stays empty. */
final class Blanks {

    private Blanks() {}

    static Function<Part.Blank, byte[]> of(Map<String, String> texts) {
        return blank -> escaped(texts.getOrDefault(blank.name(), "")).getBytes(StandardCharsets.UTF_8);
    }

    /** {@code problems} becomes a list. */
    static Function<Part.Blank, byte[]> problems(List<Form.Problem> problems) {
        String list = problems.stream()
                .map(problem -> "<li>" + escaped(problem.text()) + "</li>")
                .collect(Collectors.joining("", "<ul>", "</ul>"));
        return blank -> blank.name().equals("problems") ? list.getBytes(StandardCharsets.UTF_8) : new byte[0];
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
