package noroshi.standards.jma;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Just enough JSON for the oracles beside received telegrams. */
final class Json {
    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    static Map<?, ?> object(String text) {
        return (Map<?, ?>) Objects.requireNonNull(new Json(text).value());
    }

    /** The value at a path of names below an object; null where JSON says null or nothing. */
    static @Nullable Object at(Object json, String... path) {
        Object at = json;
        for (String name : path) {
            at = at == null ? null : ((Map<?, ?>) at).get(name);
        }
        return at;
    }

    private @Nullable Object value() {
        return switch (peek()) {
            case '{' -> members();
            case '[' -> elements();
            case '"' -> string();
            default -> literal();
        };
    }

    private Map<String, @Nullable Object> members() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        at++;
        while (peek() != '}') {
            String name = string();
            peek();
            at++;
            map.put(name, value());
            at += peek() == ',' ? 1 : 0;
        }
        at++;
        return map;
    }

    private List<@Nullable Object> elements() {
        List<@Nullable Object> list = new ArrayList<>();
        at++;
        while (peek() != ']') {
            list.add(value());
            at += peek() == ',' ? 1 : 0;
        }
        at++;
        return list;
    }

    private String string() {
        peek();
        StringBuilder string = new StringBuilder();
        for (at++; text.charAt(at) != '"'; at++) {
            char c = text.charAt(at);
            if (c == '\\') {
                char escaped = text.charAt(++at);
                c = escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped;
            }
            string.append(c);
        }
        at++;
        return string.toString();
    }

    private @Nullable Object literal() {
        int from = at;
        while (at < text.length() && "-+.eE0123456789truefalsn".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String literal = text.substring(from, at);
        return switch (literal) {
            case "true" -> true;
            case "false" -> false;
            case "null" -> null;
            default -> Double.valueOf(literal);
        };
    }

    private char peek() {
        while (Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return text.charAt(at);
    }
}
