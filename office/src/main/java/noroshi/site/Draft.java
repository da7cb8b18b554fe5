package noroshi.site;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import noroshi.site.page.Press;
import noroshi.snapshot.Changes;
import noroshi.snapshot.Form;
import noroshi.snapshot.Fragment;
import noroshi.snapshot.Key;
import noroshi.snapshot.Part;
import noroshi.snapshot.Settings;
import noroshi.snapshot.Snapshot;
import noroshi.snapshot.SnapshotWriter;
import noroshi.snapshot.Timeline;
import noroshi.snapshot.Value;
import org.jspecify.annotations.Nullable;

/** Collects one publish. What the snapshot holds already in just this form is left out. */
final class Draft implements Press {

    private final SnapshotWriter writer;
    private final @Nullable Snapshot current;
    private final Changes.Builder changes = Changes.builder();
    private final Set<String> built = new TreeSet<>();
    private @Nullable Settings told;
    private int changed;

    Draft(SnapshotWriter writer) {
        this.writer = writer;
        this.current = writer.current();
    }

    @Override
    public Fragment text(byte[] utf8) {
        return writer.text(utf8);
    }

    void put(Map<Key, Timeline<Value>> records) {
        records.forEach(this::put);
    }

    void put(Key key, Timeline<Value> value) {
        built.add(name(key));
        if (value.equals(find(key))) return;
        changes.put(key, value);
        changed++;
    }

    void remove(Key key) {
        if (find(key) == null) return;
        changes.remove(key);
        changed++;
    }

    /** Removes every record that is stale. Costs a walk over all keys. */
    void sweep(Predicate<Key> stale) {
        if (current == null) return;
        current.keys(key -> {
            if (stale.test(key)) remove(key);
        });
    }

    void slots(Map<String, Timeline<List<Part>>> slots) {
        slots.forEach((name, value) -> {
            if (current != null && value.equals(current.slot(name))) return;
            changes.slot(name, value);
            changed++;
        });
    }

    void forms(List<Form> forms) {
        for (var form : forms) {
            if (current != null && form.equals(current.form(form.name()))) continue;
            changes.form(form);
            changed++;
        }
    }

    void settings(Settings settings) {
        if (current != null && settings.equals(current.root().settings())) return;
        changes.settings(settings);
        told = settings;
        changed++;
    }

    /** Those of this draft, else the present ones; null before the first publish. */
    @Nullable
    Settings settings() {
        return told != null || current == null ? told : current.root().settings();
    }

    /** What the address holds now; null for nothing. */
    @Nullable
    Timeline<Value> find(Key key) {
        return current == null ? null : current.find(key);
    }

    /** Nothing was ever published: the settings must be told. */
    boolean isFirst() {
        return current == null;
    }

    boolean isEmpty() {
        return changed == 0;
    }

    int changed() {
        return changed;
    }

    /** The names of all records that were built, changed or not. */
    Set<String> built() {
        return built;
    }

    static String name(Key key) {
        return key.site() + key.path() + (key.query().isEmpty() ? "" : "?" + key.query());
    }

    Changes changes() {
        return changes.build();
    }
}
