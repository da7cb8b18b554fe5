package noroshi.channels;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import noroshi.platform.Lane;

/**
 * How many mails each receiving domain may get now: a token bucket per domain, and one of its own for alerts, so that a
 * newsletter cannot use up an alert's rate. A domain that asks for patience is left alone for a while.
 *
 * <p>Lives in memory: after a restart the buckets are full, which a receiver hardly notices.
 */
final class Rates {

    private static final int DOMAINS_MAX = 50_000;
    private static final Duration PATIENCE_MIN = Duration.ofSeconds(15);
    private static final Duration PATIENCE_MAX = Duration.ofMinutes(15);

    private record Bucket(Lane lane, String domain) {}

    private static final class Level {
        double tokens;
        Instant at;
        Instant closedUntil = Instant.EPOCH;
        int complaints;

        Level(double tokens, Instant at) {
            this.tokens = tokens;
            this.at = at;
        }
    }

    private final double ordinaryPerSecond;
    private final double alertsPerSecond;
    private final Map<Bucket, Level> levels = new HashMap<>();

    Rates(int ordinaryPerMinute, int alertsPerMinute) {
        this.ordinaryPerSecond = ordinaryPerMinute / 60.0;
        this.alertsPerSecond = alertsPerMinute / 60.0;
    }

    /** How many mails may be claimed for the domain now, at most {@code max}; they are taken from the bucket. */
    synchronized int take(Lane lane, String domain, int max, Instant now) {
        var level = level(lane, domain, now);
        if (now.isBefore(level.closedUntil)) return 0;
        int taken = (int) Math.min(max, Math.floor(level.tokens));
        level.tokens -= taken;
        return taken;
    }

    /** Gives back what was not used. */
    synchronized void putBack(Lane lane, String domain, int count, Instant now) {
        var level = level(lane, domain, now);
        level.tokens = Math.min(burst(lane), level.tokens + count);
    }

    /** The domain answered "later" (421, 45x): each time in a row it is left alone for twice as long. */
    synchronized void complained(Lane lane, String domain, Instant now) {
        var level = level(lane, domain, now);
        if (now.isBefore(level.closedUntil)) return;
        var pause = PATIENCE_MIN.multipliedBy(1L << Math.min(10, level.complaints++));
        level.closedUntil = now.plus(pause.compareTo(PATIENCE_MAX) < 0 ? pause : PATIENCE_MAX);
    }

    synchronized void accepted(Lane lane, String domain, Instant now) {
        level(lane, domain, now).complaints = 0;
    }

    private Level level(Lane lane, String domain, Instant now) {
        if (levels.size() > DOMAINS_MAX) levels.clear();
        var bucket = new Bucket(lane == Lane.ALERT ? Lane.ALERT : Lane.ORDINARY, domain);
        var level = levels.computeIfAbsent(bucket, b -> new Level(burst(lane), now));
        var passed = Duration.between(level.at, now);
        if (passed.isPositive()) {
            level.tokens = Math.min(burst(lane), level.tokens + passed.toMillis() / 1000.0 * perSecond(lane));
            level.at = now;
        }
        return level;
    }

    private double perSecond(Lane lane) {
        return lane == Lane.ALERT ? alertsPerSecond : ordinaryPerSecond;
    }

    /** Ten seconds' worth may go at once. */
    private double burst(Lane lane) {
        return Math.max(1, perSecond(lane) * 10);
    }
}
