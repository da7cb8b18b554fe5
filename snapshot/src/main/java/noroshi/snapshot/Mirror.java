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
    private final Lost lost = new Lost();
    private final List<Consumer<Snapshot>> swapListeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> damageListeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable Snapshot current;
    private volatile @Nullable Bundle committed;
    private @Nullable Intake intake;
    private boolean restored;
    private volatile boolean doubted;

    /** How fast a scrubber may read: told after each few kilobytes, it waits as long as it likes. */
    public interface Pace {
        void read(long bytes) throws InterruptedException;
    }

    private Mirror(Store store, VerifyKey pinned) {
        this.store = store;
        this.pinned = pinned;
        this.compaction = new Compaction(store);
        Bundle inPack = read(store.root());
        Bundle copy = read(store.rootCopy());
        boolean isCopyNewer = copy != null && (inPack == null || Ordering.isNewer(inPack, copy));
        committed = isCopyNewer ? copy : inPack;
        current = openWhatIsLeft();
        if (current == null && isCopyNewer && inPack != null) {
            // Older truth beats none, until the newer one is fetched again.
            current = openWhatIsLeft(inPack);
        }
    }

    private @Nullable Bundle read(byte @Nullable [] bundle) {
        return bundle == null ? null : Bundle.read(bundle, pinned);
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

    private @Nullable Snapshot openWhatIsLeft() {
        Bundle bundle = committed;
        return bundle == null ? null : openWhatIsLeft(bundle);
    }

    private @Nullable Snapshot openWhatIsLeft(Bundle bundle) {
        try {
            Snapshot opened = Snapshot.openDamaged(store.layout(), bundle);
            opened.nodes().lost().forEach(lost::add);
            return opened;
        } catch (SnapshotBroken e) {
            // The top node, slots or forms are gone: nothing can be served until they are fetched again.
            Address address = e.lost();
            if (address != null) {
                lost.add(address);
            }
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
        swapListeners.add(listener);
    }

    /** Called when something was found damaged that was not known, on the thread that found it. Must be quick. */
    public void onDamage(Runnable listener) {
        damageListeners.add(listener);
    }

    /** The version served, 0 for none. */
    public long version() {
        Snapshot now = current;
        return now == null ? 0 : now.root().version();
    }

    /** Above which version anything is news: 0 while what was committed here is not what is served. */
    long newsAfter() {
        Snapshot now = current;
        Bundle bundle = committed;
        boolean whole = now != null && bundle != null && now.damagedShards() == 0 && bundle.sameAs(now.bundle());
        return whole ? version() : 0;
    }

    /** A fragment was not {@link Fragment#intact} when it was to be sent: it is fetched again. */
    public void report(Fragment fragment) {
        report(fragment.ref().address());
    }

    /** What a look-up met: if it was a damaged node, that is fetched again. */
    public void report(SnapshotBroken broken) {
        Address address = broken.lost();
        if (address != null) {
            report(address);
        }
    }

    private void report(Address address) {
        if (lost.add(address)) {
            damageListeners.forEach(Runnable::run);
        }
    }

    /** Another beacon asked for what should be here and is not whole: nodes that no reader meets rot unseen otherwise. */
    void doubt() {
        doubted = true;
    }

    /** Whether a scrub is due out of turn; false afterwards. */
    public boolean takeDoubt() {
        boolean was = doubted;
        doubted = false;
        return was;
    }

    /** How many things are known to be damaged and have not come back yet. */
    public int damaged() {
        return lost.count();
    }

    /** Reads everything the present snapshot needs, as fast as it can. */
    public int scrub() {
        try {
            return scrub(bytes -> {});
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody waits here", e);
        }
    }

    /**
     * Reads every node and fragment of the present snapshot and counts those whose bytes have changed on disk; each is
     * fetched again from an upstream, or asked of the office by the next answer to a push. To be called on a quiet thread.
     */
    public int scrub(Pace pace) throws InterruptedException {
        Snapshot now = current;
        return now == null ? lost.count() : new Scrubber(now, this::report, pace).round();
    }

    /** The names to ask for, first found first. */
    List<Address> lost(int max) {
        return lost.list(max);
    }

    /**
     * Takes back a damaged thing; it must prove its own name, else it is {@link Refused}. What nobody missed is left
     * alone. {@link #renew} afterwards.
     */
    synchronized boolean restore(Address address, MemorySegment payload) {
        if (!lost.has(address)) {
            return false;
        }
        Intake.store(store, address, payload);
        lost.remove(address);
        restored = true;
        return true;
    }

    /** Serves what came back: everything is looked up again, and so is what else was damaged. */
    synchronized void renew() {
        if (!restored) {
            return;
        }
        restored = false;
        Snapshot next = openWhatIsLeft();
        if (next != null) {
            swap(next);
        }
        if (lost.count() > 0) {
            damageListeners.forEach(Runnable::run);
        }
    }

    /** Copies what is alive into a new pack if more than half is garbage. Blocks pushes meanwhile, never readers. */
    public synchronized boolean compact() {
        Snapshot now = current;
        if (now == null || lost.count() > 0 || intake != null) {
            return false;
        }
        try {
            if (!compaction.run(now)) {
                return false;
            }
            swap(Snapshot.open(store.layout(), now.bundle(), null));
            return true;
        } catch (SnapshotBroken e) {
            report(e);
            return false;
        }
    }

    /** Starts or goes on with what is offered. A refusal is thrown: {@link Refused}. */
    synchronized Intake offer(byte[] offered) {
        Bundle bundle = readOffer(offered);
        Bundle known = committed;
        if (known != null) {
            Ordering.check(known, bundle);
        }
        Snapshot served = current;
        if (served != null && served.damagedShards() == 0 && served.bundle().sameAs(bundle)) {
            // Nothing to do: and nothing that is being fetched may be given up for it.
            return new Intake(store, bundle, served);
        }
        Intake going = intake;
        if (going == null || !going.bundle().sameAs(bundle)) {
            going = new Intake(store, bundle, served == null || served.damagedShards() > 0 ? null : served);
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
        if (lost.has(address)) {
            lost.remove(address);
            restored = true;
        }
    }

    synchronized List<Address> wanted(Intake going, int max) {
        return going.wanted(max);
    }

    /** Swaps to the offered snapshot if nothing is missing any more. */
    synchronized boolean complete(Intake going) {
        Bundle bundle = going.bundle();
        Snapshot now = current;
        if (now != null && now.damagedShards() == 0 && now.bundle().sameAs(bundle)) {
            renew();
            return true;
        }
        if (intake != going || !going.wanted(1).isEmpty()) {
            return false;
        }
        intake = null;
        Snapshot next = Snapshot.open(store.layout(), bundle, now == null || now.damagedShards() > 0 ? null : now);
        Bundle known = committed;
        if (known == null || !known.sameAs(bundle)) {
            store.commit(bundle.bytes());
            committed = bundle;
        }
        restored = false;
        // What of it is still needed is found again by the next reader or scrubber.
        lost.clear();
        swap(next);
        return true;
    }

    private void swap(Snapshot next) {
        current = next;
        swapListeners.forEach(listener -> listener.accept(next));
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
