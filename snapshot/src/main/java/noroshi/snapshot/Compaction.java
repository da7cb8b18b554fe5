package noroshi.snapshot;

import java.util.Set;

/** Decides when a store holds so much garbage that copying the rest is worth it. */
final class Compaction {
    static final long BYTES_MIN = 64L << 20;
    private static final double GARBAGE_SHARE_MAX = 0.5;

    private final Store store;
    private long bytesWhenLooked;

    Compaction(Store store) {
        this.store = store;
    }

    /** True if it compacted: then the snapshot must be opened again. */
    boolean run(Snapshot snapshot) {
        long bytes = store.layout().bytes();
        // Counting what is alive costs a walk, so only after the store has grown by a quarter.
        if (bytes < BYTES_MIN || bytes < bytesWhenLooked + bytesWhenLooked / 4) {
            return false;
        }
        bytesWhenLooked = bytes;
        return force(snapshot, GARBAGE_SHARE_MAX);
    }

    boolean force(Snapshot snapshot, double garbageShareMax) {
        if (snapshot.damagedShards() > 0) {
            return false;
        }
        Set<Address> live = Live.of(snapshot);
        long liveBytes = 0;
        for (Address address : live) {
            liveBytes += store.layout().get(address).byteSize() + Pack.ENTRY_BYTES;
        }
        if (store.layout().bytes() - liveBytes <= store.layout().bytes() * garbageShareMax) {
            return false;
        }
        store.compact(live);
        bytesWhenLooked = store.layout().bytes();
        return true;
    }
}
