package noroshi.planning.input;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ids of one kind of thing in a file: each is there once, and whoever names one names one that is there. */
public final class Names<T> {

    private final String kind;
    private final Map<String, T> known = new LinkedHashMap<>();

    /** @param kind for people, e.g. {@code building} */
    public Names(String kind) {
        this.kind = kind;
    }

    /** Adds what the object's {@code id} names. */
    public void add(Field from, T thing) {
        var id = from.text("id", "");
        if (id.isEmpty()) {
            if (!from.has("id")) from.fault("id", "is missing: every " + kind + " has one");
        } else if (known.putIfAbsent(id, thing) != null)
            from.fault("id", "the " + kind + " '" + id + "' is there twice");
    }

    /** The thing that the named value refers to; a fault where there is none. */
    public Optional<T> of(Field from, String name) {
        var id = from.text(name, "");
        if (id.isEmpty()) {
            if (!from.has(name)) from.fault(name, "is missing: the id of a " + kind);
            return Optional.empty();
        }
        return find(from, name, id);
    }

    /** All things that the named array refers to. */
    public List<T> all(Field from, String name) {
        return from.texts(name).stream()
                .flatMap(id -> find(from, name, id).stream())
                .toList();
    }

    public Map<String, T> asMap() {
        return java.util.Collections.unmodifiableMap(known);
    }

    private Optional<T> find(Field from, String name, String id) {
        var thing = known.get(id);
        if (thing == null) from.fault(name, "there is no " + kind + " '" + id + "'");
        return Optional.ofNullable(thing);
    }
}
