package noroshi.snapshot;

import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a directory of packs holds, looked at without changing it, also while its beacon or office runs: signatures, every
 * node, every fragment inflated and hashed again.
 */
final class Inspection implements AutoCloseable {
    private final Store store;
    private final Bundle bundle;

    private Inspection(Store store, Bundle bundle) {
        this.store = store;
        this.bundle = bundle;
    }

    /** @throws SnapshotBroken if there is no snapshot, or it was signed under another root key */
    static Inspection open(Path directory, VerifyKey pinned) {
        Path inside = directory.resolve("snapshot");
        Store store = Store.look(Files.isDirectory(inside) ? inside : directory);
        try {
            return new Inspection(store, newest(store, directory, pinned));
        } catch (SnapshotBroken e) {
            store.close();
            throw e;
        }
    }

    private static Bundle newest(Store store, Path directory, VerifyKey pinned) {
        byte[] inPack = store.root();
        byte[] copy = store.rootCopy();
        Bundle first = inPack == null ? null : Bundle.read(inPack, pinned);
        Bundle second = copy == null ? first : Bundle.read(copy, pinned);
        if (second == null) {
            throw new SnapshotBroken("There is no snapshot in " + directory);
        }
        return first == null || second.root().version() > first.root().version() ? second : first;
    }

    Bundle bundle() {
        return bundle;
    }

    /** Opens leniently: broken shards are among the {@link #damaged}. */
    Snapshot snapshot() {
        return Snapshot.openDamaged(store.layout(), bundle);
    }

    /** The names of all that is not what it should be; empty for a whole snapshot. */
    Set<Address> damaged() {
        Set<Address> damaged = new LinkedHashSet<>();
        try {
            new Scrubber(snapshot(), damaged::add, bytes -> {}, Inspection::isDamaged).round();
        } catch (SnapshotBroken e) {
            Address lost = e.lost();
            damaged.add(lost == null ? Address.node(bundle.root().tree()) : lost);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody waits here", e);
        }
        return damaged;
    }

    private static boolean isDamaged(Address address, MemorySegment bytes) {
        try {
            Proof.check(address, bytes);
            return false;
        } catch (SnapshotBroken e) {
            return true;
        }
    }

    /** Keys of records; those in broken shards are not counted. */
    List<Key> keys() {
        List<Key> keys = new ArrayList<>();
        snapshot().keys(keys::add);
        return keys;
    }

    @Override
    public void close() {
        try {
            store.close();
        } catch (UncheckedIOException e) {
            // It was only looked at.
            return;
        }
    }
}
