package noroshi.snapshot;

import java.lang.foreign.MemorySegment;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An opened, verified snapshot: immutable, safe for any number of threads, reading mapped bytes. Nothing is held per
 * record.
 */
public final class Snapshot {
    private final Layout layout;
    private final Bundle bundle;
    private final Nodes nodes;
    private final Map<String, Timeline<List<Part>>> slots;
    private final Map<String, Form> forms;

    private Snapshot(Layout layout, Bundle bundle, Nodes nodes, @Nullable Snapshot before) {
        this.layout = layout;
        this.bundle = bundle;
        this.nodes = nodes;
        Root root = bundle.root();
        this.slots = before != null
                        && before.layout == layout
                        && before.root().slots().equals(root.slots())
                ? before.slots
                : SlotTable.read(Nodes.read(layout, root.slots()), layout::fragment);
        this.forms = before != null && before.root().forms().equals(root.forms())
                ? before.forms
                : FormTable.read(Nodes.read(layout, root.forms()));
    }

    /** Verifies every node that {@code before} did not have; broken ones are a {@link SnapshotBroken}. */
    static Snapshot open(Layout layout, Bundle bundle, @Nullable Snapshot before) {
        Nodes known = before != null && before.layout == layout ? before.nodes : null;
        return new Snapshot(layout, bundle, Nodes.open(layout, bundle.root().tree(), known), before);
    }

    public Root root() {
        return bundle.root();
    }

    /** True when the root or the keys' trust has run out: to be served still, and flagged as old. */
    public boolean stale(Instant now) {
        return root().expired(now) || !now.isBefore(bundle.trust().expires());
    }

    /** The same over a damaged store, for a beacon that cannot fetch: keys in broken shards throw, all others answer. */
    static Snapshot openDamaged(Layout layout, Bundle bundle) {
        return new Snapshot(
                layout, bundle, Nodes.openDamaged(layout, bundle.root().tree()), null);
    }

    /** How many of the shards cannot be read (0 in a healthy store). */
    public int damagedShards() {
        return nodes.damage();
    }

    Bundle bundle() {
        return bundle;
    }

    Layout layout() {
        return layout;
    }

    Nodes nodes() {
        return nodes;
    }

    /** The record's whole timeline, decoded; null if the key has none. */
    public @Nullable Timeline<Value> find(Key key) {
        Hash hash = Hash.of(key.bytes());
        MemorySegment shard = nodes.shard(Tree.shard(hash));
        return shard == null ? null : new Shard(shard).find(key, hash, layout::fragment);
    }

    /**
     * What the key answers at an instant. A clock before the root's creation is wrong and is not acted on: then the
     * instant of creation counts.
     */
    public Answer resolve(Key key, Instant now) {
        Timeline<Value> timeline = find(key);
        if (timeline == null) {
            return new Answer.Absent(Instant.MAX);
        }
        Instant at = now.isBefore(root().created()) ? root().created() : now;
        return new Resolution(slots, at).answer(timeline);
    }

    public @Nullable Form form(String name) {
        return forms.get(name);
    }

    public Collection<Form> forms() {
        return java.util.Collections.unmodifiableCollection(forms.values());
    }

    public @Nullable Timeline<List<Part>> slot(String name) {
        return slots.get(name);
    }

    Map<String, Timeline<List<Part>>> slots() {
        return slots;
    }

    Map<String, Form> formTable() {
        return forms;
    }

    /** Every key, in no useful order: for lists of public pages after a restore, and for tests. O(all). */
    public void keys(Consumer<Key> take) {
        for (int i = 0; i < Tree.SHARDS; i++) {
            MemorySegment shard = nodes.shard(i);
            if (shard != null) {
                new Shard(shard).keys(take);
            }
        }
    }
}
