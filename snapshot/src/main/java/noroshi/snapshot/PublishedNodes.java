package noroshi.snapshot;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** Writes one publish's new nodes and fragments, and remembers which: what a beacon at the version before lacks. */
final class PublishedNodes {
    private final Store store;
    private final List<Address> addresses = new ArrayList<>();

    PublishedNodes(Store store) {
        this.store = store;
    }

    Hash node(byte[] bytes) {
        Hash hash = Hash.of(bytes);
        put(Address.node(hash), MemorySegment.ofArray(bytes));
        return hash;
    }

    void fragment(Fragment fragment) {
        put(fragment.ref().address(), fragment.stored());
    }

    List<Address> addresses() {
        return List.copyOf(addresses);
    }

    private void put(Address address, MemorySegment bytes) {
        if (!store.has(address)) {
            store.put(address, bytes);
        }
        // Also what this store had before: the beacon may have dropped it since.
        addresses.add(address);
    }
}
