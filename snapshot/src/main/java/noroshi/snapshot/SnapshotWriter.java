package noroshi.snapshot;

import java.io.Closeable;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The office's side: takes changes, writes what they touch, signs the next root. A publish is atomic and durable when it
 * returns; after a crash the store holds the one before or this one. One writer a directory; methods may be called from
 * any thread, one publish runs at a time.
 */
public final class SnapshotWriter implements Closeable {
    private final Store store;
    private final Signer signer;
    private final ChangeLog log = new ChangeLog();
    private final Compaction compaction;
    private volatile @Nullable Snapshot current;
    private @Nullable String damage;
    private long floor;

    private SnapshotWriter(Store store, Signer signer) {
        this.store = store;
        this.signer = signer;
        this.compaction = new Compaction(store);
        byte[] committed = store.root();
        byte[] copy = store.rootCopy();
        if (committed != null) {
            resume(committed);
        }
        if (copy != null && !Arrays.equals(copy, committed)) {
            resumeNewer(copy);
        }
    }

    /** The pack has lost the last root, its copy tells that there was one. */
    private void resumeNewer(byte[] copy) {
        Bundle bundle = Bundle.read(copy, signer.root());
        if (bundle.root().version() > floor) {
            current = null;
            resume(copy);
        }
    }

    private void resume(byte[] committed) {
        try {
            Bundle bundle = Bundle.read(committed, signer.root());
            floor = bundle.root().version();
            current = Snapshot.open(store.layout(), bundle, null);
        } catch (SnapshotBroken e) {
            damage = e.getMessage();
        }
    }

    /**
     * Why the snapshot of the earlier run could not be used, or null. Then {@link #current} is null, and the next publish
     * must carry everything; its version is above the lost one's.
     */
    public @Nullable String damage() {
        return damage;
    }

    /** Opens a directory, new or of an earlier run. A store that another process holds is an UncheckedIOException. */
    public static SnapshotWriter open(Path directory, Signer signer) {
        Store store = Store.open(directory);
        try {
            return new SnapshotWriter(store, signer);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** What was published last; null before the first publish. */
    public @Nullable Snapshot current() {
        return current;
    }

    /** The same where there must be one: an IllegalStateException otherwise. */
    public Snapshot snapshot() {
        Snapshot now = current;
        if (now == null) {
            throw new IllegalStateException("Nothing was published in this store yet");
        }
        return now;
    }

    /** Told what beacons have: the next version is above it, also when this office was restored from an older backup. */
    public synchronized void atLeast(long version) {
        floor = Math.max(floor, version);
    }

    /** A text fragment; compressed only if the store does not have it yet. */
    public Fragment text(byte[] utf8) {
        Hash hash = Hash.of(utf8);
        MemorySegment stored = store.layout().findAny(Address.DEFLATE, hash);
        return stored == null ? Fragment.text(utf8) : Fragment.found(hash, utf8, stored);
    }

    /** Whether a fragment with this name is stored already. */
    public boolean has(Hash hash, Encoding encoding) {
        return store.layout().findAny(Address.kind(encoding), hash) != null;
    }

    /** Publishes; nothing visible changes if it throws. Costs what the changes cost, whatever the snapshot's size. */
    public synchronized Root publish(Changes changes, Instant now) {
        Snapshot before = current;
        Settings settings = settings(changes, before);
        PublishedNodes written = new PublishedNodes(store);
        Hash tree = writeTree(changes, before, written);
        Hash slots = writeSlots(changes, before, written);
        Hash forms = writeForms(changes, before, written);
        long version = Math.max(before == null ? 0 : before.root().version(), floor) + 1;
        Instant created = now.truncatedTo(ChronoUnit.MILLIS);
        Root root = new Root(version, created, created.plus(settings.life()), tree, slots, forms, settings);
        Bundle bundle = Bundle.read(Bundle.sign(root, signer).bytes(), signer.root());
        store.commit(bundle.bytes());
        current = Snapshot.open(store.layout(), bundle, before);
        damage = null;
        log.add(before == null ? 0 : before.root().version(), version, written.addresses());
        return bundle.root();
    }

    /** Copies what is alive into a new pack if more than half is garbage. Blocks publishes meanwhile, never readers. */
    public synchronized boolean compact() {
        Snapshot now = current;
        if (now == null || !compaction.run(now)) {
            return false;
        }
        current = Snapshot.open(store.layout(), now.bundle(), null);
        return true;
    }

    /** Compacts whatever there is to gain. */
    synchronized boolean compactNow() {
        Snapshot now = current;
        if (now == null || !compaction.force(now, 0)) {
            return false;
        }
        current = Snapshot.open(store.layout(), now.bundle(), null);
        return true;
    }

    private static Settings settings(Changes changes, @Nullable Snapshot before) {
        Settings settings = changes.settings();
        if (settings == null && before != null) {
            settings = before.root().settings();
        }
        if (settings == null) {
            throw new IllegalArgumentException(
                    "The first publish must tell settings: sites, default site, letter keys, mode, life");
        }
        return settings;
    }

    private Hash writeTree(Changes changes, @Nullable Snapshot before, PublishedNodes written) {
        Hash[] top = before == null ? Tree.empty() : before.nodes().top();
        Map<Integer, Hash[]> inners = new HashMap<>();
        new Grouped(changes).shards().forEach((shard, group) -> {
            Hash[] inner = inners.computeIfAbsent(
                    shard / Tree.WIDTH,
                    i -> before == null ? Tree.empty() : before.nodes().inner(i));
            inner[shard % Tree.WIDTH] = writeShard(shard, group, before, written);
        });
        inners.forEach((i, children) ->
                top[i] = isEmpty(children) ? Hash.ZERO : written.node(Tree.write(Tree.INNER, children)));
        return written.node(Tree.write(Tree.TOP, top));
    }

    private Hash writeShard(int shard, Grouped.Group group, @Nullable Snapshot before, PublishedNodes written) {
        MemorySegment old = before == null ? null : before.nodes().shard(shard);
        TreeMap<Hash, Shard.Row> rows = old == null ? new TreeMap<>() : new Shard(old).rows(store.layout()::fragment);
        group.removed().forEach(rows::remove);
        rows.putAll(group.set());
        group.set().values().forEach(row -> Fragments.of(row.timeline(), written::fragment));
        return rows.isEmpty() ? Hash.ZERO : written.node(Shard.write(rows));
    }

    private static Hash writeSlots(Changes changes, @Nullable Snapshot before, PublishedNodes written) {
        if (before != null
                && changes.slots().isEmpty()
                && changes.removedSlots().isEmpty()) {
            return before.root().slots();
        }
        Map<String, Timeline<List<Part>>> slots = before == null ? new TreeMap<>() : new TreeMap<>(before.slots());
        slots.keySet().removeAll(changes.removedSlots());
        changes.slots().forEach((name, timeline) -> {
            timeline.steps().forEach(step -> SlotTable.flat(name, step.value())
                    .forEach(part -> Fragments.of(part, written::fragment)));
            slots.put(name, timeline);
        });
        return written.node(SlotTable.write(slots));
    }

    private static Hash writeForms(Changes changes, @Nullable Snapshot before, PublishedNodes written) {
        if (before != null
                && changes.forms().isEmpty()
                && changes.removedForms().isEmpty()) {
            return before.root().forms();
        }
        Map<String, Form> forms = before == null ? new TreeMap<>() : new TreeMap<>(before.formTable());
        forms.keySet().removeAll(changes.removedForms());
        forms.putAll(changes.forms());
        return written.node(FormTable.write(forms));
    }

    private static boolean isEmpty(Hash[] children) {
        for (Hash child : children) {
            if (!child.isZero()) {
                return false;
            }
        }
        return true;
    }

    ChangeLog log() {
        return log;
    }

    @Override
    public synchronized void close() {
        store.close();
    }
}
