package noroshi.planning.continuity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import noroshi.planning.input.Field;
import noroshi.planning.input.Names;

/** The ids of a file. Parts of all kinds share one space, so that a need can name any of them. */
final class Ids {

    private final Names<String> parts = new Names<>("part");
    private final Names<String> zones = new Names<>("zone");
    private final Map<String, Kind> kinds = new HashMap<>();
    private final Map<String, String> resources = new HashMap<>();

    void add(Field item, Kind kind) {
        var id = item.text("id", "");
        parts.add(item, id);
        kinds.putIfAbsent(id, kind);
    }

    void addResources(Field scenario) {
        for (var item : scenario.items("resources")) resources.put(item.text("id", ""), item.text("name", ""));
    }

    Names<String> zones() {
        return zones;
    }

    List<String> parts(Field from, String name) {
        return parts.all(from, name);
    }

    Optional<String> part(Field from, String name) {
        return parts.of(from, name);
    }

    Optional<String> part(Field from, String name, Kind kind) {
        return parts.of(from, name).filter(id -> is(from, name, id, kind));
    }

    List<String> parts(Field from, String name, Kind kind) {
        return parts(from, name).stream().filter(id -> is(from, name, id, kind)).toList();
    }

    Optional<String> resource(Field from, String name) {
        var id = from.text(name);
        if (!id.isEmpty() && !resources.containsKey(id))
            from.fault(name, "there is no resource '" + id + "' in any scenario");
        return Optional.of(id).filter(resources::containsKey);
    }

    private boolean is(Field from, String name, String id, Kind kind) {
        if (kinds.get(id) == kind) return true;
        from.fault(
                name,
                "'%s' stands in %s, here only something of %s can stand"
                        .formatted(id, kinds.getOrDefault(id, kind).list(), kind.list()));
        return false;
    }
}
