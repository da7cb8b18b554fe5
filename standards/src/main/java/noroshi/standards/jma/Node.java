package noroshi.standards.jma;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import noroshi.standards.jma.TelegramRejected.Reason;
import org.jspecify.annotations.Nullable;

/** An element of a parsed telegram, which knows where it stood so that a refusal can say it. Elements are found by their local names. */
final class Node {
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final String name;
    private final String namespace;
    private final int line;
    private final @Nullable Node parent;
    private final Duration shift;
    private final Map<String, String> attributes = new TreeMap<>();
    private final List<Node> children = new ArrayList<>(4);
    private @Nullable StringBuilder written;
    private String text = "";

    Node(String name, String namespace, int line, @Nullable Node parent, Duration shift) {
        this.name = name;
        this.namespace = namespace;
        this.line = line;
        this.parent = parent;
        this.shift = shift;
    }

    void attribute(String attribute, String value) {
        attributes.put(attribute, value);
    }

    void append(String more) {
        // Most elements hold only line breaks between their children: no builder for those.
        if (written == null && !more.isBlank()) {
            written = new StringBuilder();
        }
        if (written != null) {
            written.append(more);
        }
    }

    /** The element has ended: its text is complete. */
    void end() {
        if (written != null) {
            text = written.toString().trim();
            written = null;
        }
    }

    Node add(Node child) {
        children.add(child);
        return child;
    }

    String name() {
        return name;
    }

    String namespace() {
        return namespace;
    }

    @Nullable
    Node parent() {
        return parent;
    }

    List<Node> children() {
        return children;
    }

    /** The first element at the path below, or null. */
    @Nullable
    Node find(String... path) {
        Node at = this;
        for (String step : path) {
            at = at == null ? null : at.first(step);
        }
        return at;
    }

    private @Nullable Node first(String child) {
        for (Node node : children) {
            if (node.name.equals(child)) {
                return node;
            }
        }
        return null;
    }

    /** The first element at the path below; refuses the telegram if there is none. */
    Node get(String... path) {
        Node found = find(path);
        if (found == null) {
            throw new TelegramRejected(
                    Reason.INCOMPLETE,
                    "要素 %s がありません".formatted(String.join("/", path)),
                    where(),
                    "電文が途中で切れていないか、送信元に確かめてください");
        }
        return found;
    }

    /** All elements at the path below. */
    List<Node> list(String... path) {
        List<Node> at = List.of(this);
        for (String step : path) {
            List<Node> next = new ArrayList<>();
            for (Node node : at) {
                node.children.stream().filter(c -> c.name.equals(step)).forEach(next::add);
            }
            at = next;
        }
        return at;
    }

    /** The element's own text, without the spaces and line breaks around it (a full-width space is an indent and stays). */
    String text() {
        return text;
    }

    /** The text at the path below, "" if there is no such element. */
    String text(String... path) {
        Node found = find(path);
        return found == null ? "" : found.text();
    }

    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "").trim();
    }

    /** The time at the path below; null if there is no such element or it is empty. */
    @Nullable
    Instant findInstant(String... path) {
        Node found = find(path);
        return found == null || found.text().isEmpty() ? null : found.instant();
    }

    Instant getInstant(String... path) {
        return get(path).instant();
    }

    private Instant instant() {
        try {
            Instant instant = OffsetDateTime.parse(text()).toInstant();
            if (instant.isAfter(EARLIEST) && instant.isBefore(LATEST)) {
                return instant.plus(shift);
            }
        } catch (DateTimeException e) {
            throw unreadable("時差つきの日時（例 2011-03-11T14:46:00+09:00）", e);
        }
        throw unreadable("1900年から2199年までの日時", null);
    }

    /** The number that the element's text is; null for NaN and the empty text. */
    @Nullable
    Double number() {
        String number = text();
        if (number.isEmpty() || number.equals("NaN")) {
            return null;
        }
        try {
            double value = Double.parseDouble(number);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw unreadable("数値", e);
        }
        throw unreadable("数値", null);
    }

    /** The intensity at the path below; null if there is no such element, it is empty or 不明. */
    @Nullable
    Intensity findIntensity(String... path) {
        Node found = find(path);
        if (found == null || found.text().isEmpty() || found.text().equals("不明")) {
            return null;
        }
        Intensity intensity = Intensity.parse(found.text());
        if (intensity == null) {
            throw found.unreadable("震度（0, 1, 2, 3, 4, 5-, 5+, 6-, 6+, 7）", null);
        }
        return intensity;
    }

    TelegramRejected unreadable(String expected, @Nullable Exception cause) {
        String shown = text().length() > 40 ? text().substring(0, 40) + "…" : text();
        TelegramRejected rejected = new TelegramRejected(
                Reason.UNREADABLE_VALUE,
                "値「%s」を%sとして読めません".formatted(shown, expected),
                where(),
                "電文の形式の改版がないか気象庁の技術情報を確かめ、電文をそのまま保存して開発者に送ってください");
        if (cause != null) {
            rejected.initCause(cause);
        }
        return rejected;
    }

    /** Appends names, attributes and texts without layout; control characters, which XML cannot contain, keep them apart. */
    void canonical(StringBuilder out) {
        out.append('\u0001').append(name);
        attributes.forEach((attribute, value) ->
                out.append('\u0002').append(attribute).append('\u0003').append(value));
        out.append('\u0004').append(text());
        for (Node child : children) {
            child.canonical(out);
        }
        out.append('\u0005');
    }

    /** Line and path, for a refusal. */
    String where() {
        StringBuilder path = new StringBuilder(name);
        for (Node up = parent; up != null; up = Objects.requireNonNull(up).parent) {
            path.insert(0, up.name + "/");
        }
        return "%d行目 %s".formatted(line, path);
    }
}
