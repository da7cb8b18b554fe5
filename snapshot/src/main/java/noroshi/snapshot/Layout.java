package noroshi.snapshot;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Packs and the table of what lies where. Grows in place (one writer, many readers); a compaction makes another one, and
 * whoever still holds this one goes on reading it.
 */
final class Layout {
    private volatile Pack[] packs;
    private final Places places;

    Layout(Pack[] packs, Places places) {
        this.packs = packs;
        this.places = places;
    }

    Pack[] packs() {
        return packs;
    }

    Places places() {
        return places;
    }

    int add(Pack pack) {
        Pack[] more = Arrays.copyOf(packs, packs.length + 1);
        more[packs.length] = pack;
        packs = more;
        return more.length - 1;
    }

    /** Notes where a thing lies; a later copy of the same thing replaces an earlier, damaged one. */
    void record(Address address, int pack, long offset) {
        long print = Places.print(address.hash());
        long old = place(address);
        if (old == 0) {
            places.add(print, Places.place(pack, offset));
        } else {
            places.replace(print, old, Places.place(pack, offset));
        }
    }

    /** The stored bytes, or null if this store lacks them or their frame is damaged. */
    @Nullable
    MemorySegment find(Address address) {
        long place = place(address);
        return place == 0 ? null : packs[Places.pack(place)].find(Places.offset(place));
    }

    private long place(Address address) {
        Places.Probe probe = places.probe(Places.print(address.hash()));
        for (long place = probe.next(); place != 0; place = probe.next()) {
            if (packs[Places.pack(place)].address(Places.offset(place)).equals(address)) {
                return place;
            }
        }
        return 0;
    }

    /** The stored bytes of a fragment whatever its compressor made of it, or null. Rotten ones count as none. */
    @Nullable
    MemorySegment findAny(int kind, Hash hash) {
        Places.Probe probe = places.probe(Places.print(hash));
        for (long place = probe.next(); place != 0; place = probe.next()) {
            Pack pack = packs[Places.pack(place)];
            Address address = pack.address(Places.offset(place));
            MemorySegment bytes = pack.find(Places.offset(place));
            if (address.kind() == kind
                    && address.hash().equals(hash)
                    && bytes != null
                    && !Intake.isDamaged(address, bytes)) {
                return bytes;
            }
        }
        return null;
    }

    MemorySegment get(Address address) {
        MemorySegment found = find(address);
        if (found == null) {
            throw new SnapshotBroken(
                    "The store lacks " + address + ". Fetch the snapshot again from its origin.", address);
        }
        return found;
    }

    /** Always a fragment; one that is not here is not {@link Fragment#intact}. */
    Fragment fragment(FragmentRef ref) {
        MemorySegment found = find(ref.address());
        return new Fragment(ref, found == null ? MemorySegment.NULL : found);
    }

    long bytes() {
        long bytes = 0;
        for (Pack pack : packs) {
            bytes += pack.end();
        }
        return bytes;
    }
}
