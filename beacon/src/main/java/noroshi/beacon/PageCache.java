package noroshi.beacon;

import java.util.concurrent.ThreadLocalRandom;
import noroshi.beacon.http.Request;
import noroshi.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * Prepared pages of one loop, found by the bytes of the request without making garbage. Each address has one place, taken by
 * whoever was asked for last: a bounded size, nothing to evict, and a flood of odd addresses costs only speed.
 */
final class PageCache {

    static final int PLACES = 1024;

    private record Entry(byte[] target, byte[] host, Prepared page) {}

    private final @Nullable Entry[] gzip = new Entry[PLACES];
    private final @Nullable Entry[] identity = new Entry[PLACES];
    private final int seed = ThreadLocalRandom.current().nextInt();

    @Nullable
    Prepared find(Request request, boolean acceptsGzip, Snapshot snapshot, Variant rung, long nowMs) {
        var entry = places(acceptsGzip)[place(request)];
        if (entry == null || !entry.page.holds(snapshot, rung, nowMs)) return null;
        return request.is(entry.target, entry.host) ? entry.page : null;
    }

    void keep(Request request, boolean acceptsGzip, Prepared page) {
        places(acceptsGzip)[place(request)] = new Entry(request.targetBytes(), request.hostBytes(), page);
    }

    private @Nullable Entry[] places(boolean acceptsGzip) {
        return acceptsGzip ? gzip : identity;
    }

    private int place(Request request) {
        return request.hash(seed) & (PLACES - 1);
    }
}
