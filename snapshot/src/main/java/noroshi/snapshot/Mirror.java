package noroshi.snapshot;

import java.io.Closeable;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A beacon's own copy of the snapshot, filled by pushes or by following. What is offered is taken only when its
 * signatures hold, its version is higher and everything it names is here and verified; then one reference swaps.
 */
public final class Mirror implements Closeable {
    private final Store store;
    private final VerifyKey pinned;
    private final Compaction compaction;
    private final List<Consumer<Snapshot>> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable Snapshot current;
    private volatile int rotten;
    private @Nullable Bundle committed;
    private @Nullable Intake intake;

    private Mirror(Store store, VerifyKey pinned) {
        this.store = store;
        this.pinned = pinned;
        this.compaction = new Compaction(store);
        byte[] bytes = store.root();
        if (bytes != null) {
            Bundle bundle = Bundle.read(bytes, pinned);
            committed = bundle;
            current = openWhatIsLeft(store.layout(), bundle);
        }
    }

    /**
     * Opens a directory, new or of an earlier run. Damaged nodes do not stop it: {@link Snapshot#damagedShards} counts
     * them, and following or a push repairs them. A store signed under another root key is a {@link SnapshotBroken}.
     */
    public static Mirror open(Path directory, VerifyKey pinned) {
        Store store = Store.open(directory);
        try {
            return new Mirror(store, pinned);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static @Nullable Snapshot openWhatIsLeft(Layout layout, Bundle bundle) {
        try {
            return Snapshot.openDamaged(layout, bundle);
        } catch (SnapshotBroken e) {
            // The top node, slots or forms are gone: nothing can be served until they are fetched again.
            return null;
        }
    }

    /** What is served now; null until the first snapshot came. Take it once per request. */
    public @Nullable Snapshot current() {
        return current;
    }

    /** The same where there must be one: an IllegalStateException otherwise. */
    public Snapshot snapshot() {
        Snapshot now = current;
        if (now == null) {
            throw new IllegalStateException("No snapshot has come to this beacon yet");
        }
        return now;
    }

    /** Called after each swap, on the thread that brought it: to wake long polls and drop caches. Must be quick. */
    public void onSwap(Consumer<Snapshot> listener) {
        listeners.add(listener);
    }

    /** The version served, 0 for none. A damaged snapshot counts as none, so that it is fetched again. */
    public long version() {
        Snapshot now = current;
        return now == null || damaged(now) ? 0 : now.root().version();
    }

    /**
     * Reads every node and fragment of the present snapshot and counts those whose bytes have changed on disk; with any,
     * the next push or follow fetches just these again. To be called on a quiet thread, daily, and after a fragment was
     * found not {@link Fragment#intact}.
     */
    public int scrub() {
        Snapshot now = current;
        if (now == null || now.damagedShards() > 0) {
            return now == null ? 0 : now.damagedShards();
        }
        int found = 0;
        for (Address address : Live.of(now)) {
            MemorySegment bytes = now.layout().find(address);
            if (bytes == null || Intake.isDamaged(address, bytes)) {
                found++;
            }
        }
        rotten = found;
        return found;
    }

    private boolean damaged(Snapshot now) {
        return now.damagedShards() > 0 || rotten > 0;
    }

    /** Copies what is alive into a new pack if more than half is garbage. Blocks pushes meanwhile, never readers. */
    public synchronized boolean compact() {
        Snapshot now = current;
        if (now == null || damaged(now) || intake != null || !compaction.run(now)) {
            return false;
        }
        swap(Snapshot.open(store.layout(), now.bundle(), null));
        return true;
    }

    /** Starts or goes on with what is offered. A refusal is thrown: {@link Refused}. */
    synchronized Intake offer(byte[] offered) {
        Bundle bundle = readOffer(offered);
        Bundle known = committed;
        if (known != null) {
            Ordering.check(known, bundle);
        }
        Intake going = intake;
        if (going == null || !going.bundle().sameAs(bundle)) {
            Snapshot now = current;
            going = new Intake(store, bundle, now != null && damaged(now) ? null : now);
            intake = going;
        }
        return going;
    }

    private Bundle readOffer(byte[] offered) {
        try {
            return Bundle.read(offered, pinned);
        } catch (SnapshotBroken e) {
            throw new Refused(Refused.BROKEN, e.reason());
        }
    }

    synchronized void put(Intake going, Address address, MemorySegment payload) {
        going.put(address, payload);
    }

    synchronized List<Address> wanted(Intake going, int max) {
        return going.wanted(max);
    }

    /** Swaps to the offered snapshot if nothing is missing any more. */
    synchronized boolean complete(Intake going) {
        if (intake != going) {
            return false;
        }
        if (!going.wanted(1).isEmpty()) {
            return false;
        }
        Bundle bundle = going.bundle();
        Snapshot now = current;
        intake = null;
        if (now != null && !damaged(now) && now.bundle().sameAs(bundle)) {
            return true;
        }
        Snapshot next = Snapshot.open(store.layout(), bundle, now == null || damaged(now) ? null : now);
        if (committed == null || !committed.sameAs(bundle)) {
            store.commit(bundle.bytes());
            committed = bundle;
        }
        swap(next);
        return true;
    }

    private void swap(Snapshot next) {
        rotten = 0;
        current = next;
        listeners.forEach(listener -> listener.accept(next));
    }

    /** The bundle served now, or null. */
    synchronized byte @Nullable [] bundle() {
        Snapshot now = current;
        return now == null ? null : now.bundle().bytes();
    }

    Layout layout() {
        return store.layout();
    }

    @Override
    public synchronized void close() {
        store.close();
    }

    synchronized void abandon() {
        store.abandon();
    }
}
