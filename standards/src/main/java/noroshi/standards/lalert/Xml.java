package noroshi.standards.lalert;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Elements as text, indented. Characters that XML cannot contain are left out. */
final class Xml {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    private final StringBuilder out = new StringBuilder(8192).append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** @param attributes as they are to stand in the tag, escaped */
    Xml open(String name, String... attributes) {
        indent().append('<').append(name);
        for (var attribute : attributes) out.append(' ').append(attribute);
        out.append(">\n");
        open.push(name);
        return this;
    }

    Xml close() {
        var name = open.pop();
        indent().append("</").append(name).append(">\n");
        return this;
    }

    Xml put(String name, String text, String... attributes) {
        indent().append('<').append(name);
        for (var attribute : attributes) out.append(' ').append(attribute);
        out.append('>').append(escaped(text)).append("</").append(name).append(">\n");
        return this;
    }

    Xml optional(String name, String text, String... attributes) {
        return text.isEmpty() ? this : put(name, text, attributes);
    }

    Xml number(String name, @Nullable Integer number, String... attributes) {
        return number == null ? this : put(name, number.toString(), attributes);
    }

    Xml time(String name, @Nullable OffsetDateTime time) {
        return time == null ? this : put(name, TIME.format(time));
    }

    /** @param text without two hyphens in a row, which would end the comment */
    Xml comment(String text) {
        indent().append("<!-- ").append(escaped(text).replace("--", "- -")).append(" -->\n");
        return this;
    }

    byte[] bytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private StringBuilder indent() {
        return out.append("  ".repeat(open.size()));
    }

    private static String escaped(String text) {
        var safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\r' -> safe.append("&#13;");
                default -> {
                    if (isXml(c)) safe.appendCodePoint(c);
                }
            }
        });
        return safe.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t' || c == '\n' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }
}
