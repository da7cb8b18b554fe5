package noroshi.beacon;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import noroshi.beacon.http.Limits;
import noroshi.beacon.http.Traffic;
import noroshi.beacon.http.Transport;

/**
 * How much of what this beacon can bear is taken, about once a second. Not the processor's share: a beacon that works all the
 * time but lets nobody wait needs no lighter pages. What counts is how long a loop takes to come to a new task, how full the line
 * is, and whether readers are turned away.
 */
final class LoadMeter {

    /** Readers begin to notice, and the queue in front of the loop grows faster than it is served. */
    static final long LAG_NS_MAX = 100_000_000;

    /** Seconds whose middle load counts: one long pause of the machine is neither overload nor the end of calm. */
    private static final int RECENT = 5;

    private final Transport transport;
    private final LongSupplier ticker;
    private final long lineBytesPerSecond;
    private final AtomicLong answeredLag = new AtomicLong();
    private final AtomicLong waitingSince = new AtomicLong();
    private volatile long lagNs;
    private volatile double load;
    private final double[] recent = new double[RECENT];
    private int measured;
    private long lastNs;
    private long lastBytes;
    private long lastTurnedAway;

    /** @param lineBytesPerSecond what the line carries; 0: not known, not looked at */
    LoadMeter(Transport transport, LongSupplier ticker, long lineBytesPerSecond) {
        this.transport = transport;
        this.ticker = ticker;
        this.lineBytesPerSecond = lineBytesPerSecond;
        lastNs = ticker.getAsLong();
    }

    /** Looks back at the time since the last call, and asks the loops anew. */
    double measure() {
        long now = ticker.getAsLong();
        // A loop that has not even answered yet is at least as late as we have waited.
        long waiting = waitingSince.get();
        lagNs = Math.max(answeredLag.getAndSet(0), waiting == 0 ? 0 : now - waiting);
        double seconds = Math.max(0.001, (now - lastNs) / 1e9);
        var traffic = transport.traffic();
        long bytes = traffic.bytesOut();
        double line = lineBytesPerSecond == 0 ? 0 : (bytes - lastBytes) / seconds / lineBytesPerSecond;
        load = middle(Math.max(lagNs / (double) LAG_NS_MAX, Math.max(line, full(traffic))));
        lastNs = now;
        lastBytes = bytes;
        ask(now);
        return load;
    }

    private double middle(double newest) {
        recent[measured++ % RECENT] = newest;
        var sorted = recent.clone();
        Arrays.sort(sorted);
        return sorted[RECENT / 2];
    }

    /** Turned away although it was not one address's own fault. */
    private double full(Traffic traffic) {
        long turnedAway = traffic.connectionsTurnedAway();
        boolean more = turnedAway > lastTurnedAway;
        lastTurnedAway = turnedAway;
        return more && traffic.connectionsOpen() >= Limits.CONNECTIONS_MAX * 9 / 10 ? 1 : 0;
    }

    private void ask(long now) {
        if (!waitingSince.compareAndSet(0, now)) return;
        transport.onEachLoop(() -> {
            long lag = ticker.getAsLong() - now;
            answeredLag.accumulateAndGet(lag, Math::max);
            waitingSince.compareAndSet(now, 0);
        });
    }

    long lagNs() {
        return lagNs;
    }

    double load() {
        return load;
    }
}
