package noroshi.snapshot;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the last publishes wrote, so that a push usually knows at once what a beacon lacks. Lost at restart: only time. */
final class ChangeLog {
    private static final int PUBLISHES_MAX = 256;
    private static final int ADDRESSES_MAX = 20_000;

    private record Entry(long from, long to, List<Address> addresses) {}

    private final Deque<Entry> entries = new ArrayDeque<>();

    synchronized void add(long from, long to, List<Address> addresses) {
        if (addresses.size() > ADDRESSES_MAX) {
            entries.clear();
            return;
        }
        entries.addLast(new Entry(from, to, addresses));
        if (entries.size() > PUBLISHES_MAX) {
            entries.removeFirst();
        }
    }

    /** Everything written after {@code version}; null if the log does not reach back so far. */
    synchronized @Nullable Set<Address> since(long version) {
        Set<Address> all = null;
        for (Entry entry : entries) {
            if (entry.from() == version) {
                all = new LinkedHashSet<>();
            }
            if (all != null) {
                all.addAll(entry.addresses());
            }
        }
        return all == null || all.size() > ADDRESSES_MAX ? null : all;
    }
}
