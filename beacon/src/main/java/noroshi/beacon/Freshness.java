package noroshi.beacon;

import java.time.Instant;

/**
 * How long an answer may be kept: by browsers and caches in front of us (whole seconds), and by ourselves.
 *
 * @param maxAgeSeconds min(5 s, time to the next change that the clock brings)
 * @param untilMs while the prepared answer's max-age stays true, in milliseconds since the epoch
 */
record Freshness(int maxAgeSeconds, long untilMs) {

    static final int AGE_SECONDS_MAX = 5;
    private static final int STALE_SECONDS = 600;

    static Freshness of(Instant changes, long nowMs) {
        long changesMs = changes.isBefore(Instant.ofEpochMilli(Long.MAX_VALUE / 2))
                ? changes.toEpochMilli()
                : Long.MAX_VALUE / 2;
        int age = (int) Math.clamp((changesMs - nowMs) / 1000, 0, AGE_SECONDS_MAX);
        return new Freshness(age, changesMs - age * 1000L);
    }

    String cacheControl() {
        return "max-age=" + maxAgeSeconds + ", stale-if-error=" + STALE_SECONDS;
    }
}
