package noroshi.snapshot;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names of what was found damaged in the snapshot served: to be fetched again, in the order it was found. */
final class Lost {
    /** More damage than this is a broken disk; what does not fit is found again when the rest came back. */
    static final int MAX = 4096;

    private final Set<Address> addresses = new LinkedHashSet<>();

    /** True if it was not known. */
    synchronized boolean add(Address address) {
        return addresses.size() < MAX && addresses.add(address);
    }

    synchronized boolean has(Address address) {
        return addresses.contains(address);
    }

    synchronized void remove(Address address) {
        addresses.remove(address);
    }

    synchronized void clear() {
        addresses.clear();
    }

    synchronized int count() {
        return addresses.size();
    }

    synchronized List<Address> list(int max) {
        return addresses.stream().limit(max).toList();
    }
}
