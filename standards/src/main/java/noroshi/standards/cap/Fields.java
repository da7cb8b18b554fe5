package noroshi.standards.cap;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import noroshi.standards.cap.CapRejected.Reason;
import org.jspecify.annotations.Nullable;

/** Takes an element's children in the order of the schema's sequence; whatever is left over stood in a wrong place. */
final class Fields {
    private final Element parent;
    private final List<Element> children;
    private int at;

    Fields(Element parent) {
        this.parent = parent;
        this.children = parent.children.stream()
                .filter(child -> child.namespace.equals(parent.namespace))
                .toList();
    }

    @Nullable
    Element find(String name) {
        return at < children.size() && children.get(at).name.equals(name) ? children.get(at++) : null;
    }

    Element get(String name) {
        var found = find(name);
        if (found != null) return found;
        throw children.stream().anyMatch(child -> child.name.equals(name))
                ? misplaced()
                : new CapRejected(
                        Reason.INCOMPLETE, "要素 %s がありません".formatted(name), parent.where(), "要素を補うよう、送信元に依頼してください");
    }

    /** The text of an optional element, "" where it is absent or empty. */
    String text(String name) {
        var found = find(name);
        return found == null ? "" : found.text();
    }

    /** An optional element that says something where it stands. */
    <T> @Nullable T value(String name, Function<Element, T> read) {
        var found = find(name);
        return found == null ? null : read.apply(found);
    }

    <T> List<T> all(String name, Function<Element, T> read) {
        var all = new ArrayList<T>();
        for (var found = find(name); found != null; found = find(name)) all.add(read.apply(found));
        return all;
    }

    void end() {
        if (at < children.size()) throw misplaced();
    }

    private CapRejected misplaced() {
        var child = children.get(at);
        return new CapRejected(
                Reason.MISPLACED,
                "要素 %s はここには書けません（知らない要素、繰り返し、または順序の誤り）".formatted(child.name),
                child.where(),
                "CAP 1.2の要素の並びに合わせるよう、送信元に依頼してください");
    }
}
