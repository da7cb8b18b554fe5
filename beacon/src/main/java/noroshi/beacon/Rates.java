package noroshi.beacon;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import noroshi.beacon.http.AddressBlock;
import noroshi.beacon.http.Fronts;
import noroshi.beacon.http.Request;

/**
 * A token bucket per address: a few letters at once, then one now and then. A shelter with one line for many people gets
 * along; a script does not. Only so many addresses are remembered, the one unseen longest goes first.
 */
final class Rates {

    static final int BURST = 60;
    static final int REFILL_MS = 1_000;
    static final int ADDRESSES_MAX = 32_768;

    private static final class Bucket {
        private double tokens = BURST;
        private long atMs;
    }

    private final LongSupplier ticker;
    private final Fronts fronts;
    private final Map<AddressBlock, Bucket> buckets = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<AddressBlock, Bucket> eldest) {
            return size() > ADDRESSES_MAX;
        }
    };

    /**
     * @param ticker in nanoseconds
     * @param fronts front servers that name the senders; they themselves are not limited
     */
    Rates(LongSupplier ticker, Fronts fronts) {
        this.ticker = ticker;
        this.fronts = fronts;
    }

    /** Seconds to wait before the next try; 0: go on. */
    int take(Request request) {
        var sender = Sender.of(request, fronts);
        return sender == null ? 0 : take(sender);
    }

    synchronized int take(AddressBlock address) {
        long nowMs = ticker.getAsLong() / 1_000_000;
        var bucket = buckets.computeIfAbsent(address, unused -> new Bucket());
        if (bucket.atMs != 0)
            bucket.tokens = Math.min(BURST, bucket.tokens + (nowMs - bucket.atMs) / (double) REFILL_MS);
        bucket.atMs = nowMs;
        if (bucket.tokens < 1) return (int) Math.ceil((1 - bucket.tokens) * REFILL_MS / 1000);
        bucket.tokens -= 1;
        return 0;
    }
}
