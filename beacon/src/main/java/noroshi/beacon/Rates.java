package noroshi.beacon;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import noroshi.beacon.http.AddressBlock;
import noroshi.beacon.http.Fronts;
import noroshi.beacon.http.Request;
import org.jspecify.annotations.Nullable;

/**
 * A token bucket per address: a few letters at once, then one now and then. A shelter with one line for many people gets
 * along; a script does not. Only so many addresses are remembered, the one unseen longest goes first.
 */
final class Rates {

    static final int BURST = 60;
    static final int FLOOD_COST = 6;
    /** Beside what every POST costs: twenty searches at once, then one in three seconds, so nobody reads out all names. */
    static final int SEARCH_COST = 2;

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

    /** Whom the request counts for; null for a front server itself. */
    @Nullable
    AddressBlock sender(Request request) {
        return Sender.of(request, fronts);
    }

    /** Seconds to wait before the next try; 0: go on. In a flood a Letter costs as much as {@link #FLOOD_COST} do otherwise. */
    int take(@Nullable AddressBlock sender, boolean isFlood) {
        return sender == null ? 0 : take(sender, isFlood ? FLOOD_COST : 1);
    }

    /** The same for a search among persons. */
    int takeSearch(@Nullable AddressBlock sender) {
        return sender == null ? 0 : take(sender, SEARCH_COST);
    }

    synchronized int take(AddressBlock address) {
        return take(address, 1);
    }

    private synchronized int take(AddressBlock address, int cost) {
        long nowMs = ticker.getAsLong() / 1_000_000;
        var bucket = buckets.computeIfAbsent(address, unused -> new Bucket());
        if (bucket.atMs != 0)
            bucket.tokens = Math.min(BURST, bucket.tokens + (nowMs - bucket.atMs) / (double) REFILL_MS);
        bucket.atMs = nowMs;
        if (bucket.tokens < cost) return (int) Math.ceil((cost - bucket.tokens) * REFILL_MS / 1000);
        bucket.tokens -= cost;
        return 0;
    }
}
