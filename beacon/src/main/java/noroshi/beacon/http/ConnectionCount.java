package noroshi.beacon.http;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Open connections, in all and per address, over all loops. Holds an entry only while an address has a connection. */
final class ConnectionCount {

    private final Limits limits;
    private final ConcurrentHashMap<AddressBlock, Integer> perAddress = new ConcurrentHashMap<>();
    private final AtomicInteger all = new AtomicInteger();

    ConnectionCount(Limits limits) {
        this.limits = limits;
    }

    /** Returns null when the connection may stay (then {@link #leave} must follow), else why not. */
    @org.jspecify.annotations.Nullable
    Refusal enter(AddressBlock address, boolean front) {
        if (all.incrementAndGet() > limits.connectionsMax()) {
            all.decrementAndGet();
            return Refusal.BUSY;
        }
        if (isExempt(address, front) || perAddress.merge(address, 1, Integer::sum) <= limits.connectionsPerAddressMax())
            return null;
        leave(address, front);
        return Refusal.ADDRESS_BUSY;
    }

    void leave(AddressBlock address, boolean front) {
        all.decrementAndGet();
        if (!isExempt(address, front))
            perAddress.computeIfPresent(address, (_, count) -> count == 1 ? null : count - 1);
    }

    boolean isFull() {
        return all.get() >= limits.connectionsMax();
    }

    /** A front server speaks for many. */
    private boolean isExempt(AddressBlock address, boolean front) {
        return front || limits.loopbackExempt() && address.isLoopback();
    }
}
