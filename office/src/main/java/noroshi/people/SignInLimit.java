package noroshi.people;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How often one address may fail to sign in: thirty times a minute. Keeps passwords from being guessed over many accounts, and lets a whole town hall
 * behind one address in. An attempt counts from its start, so that many at once do not get past.
 */
@Component
final class SignInLimit {

    static final int ATTEMPTS_PER_MINUTE_MAX = 30;
    private static final int ADDRESSES_MAX = 10_000;
    private static final long MINUTE_MS = 60_000;

    private final InstantSource clock;
    private final Map<String, Integer> attempts = new LinkedHashMap<>();
    private long minute;

    SignInLimit(InstantSource clock) {
        this.clock = clock;
    }

    /** Counts one attempt; false: too many. */
    synchronized boolean allows(String address) {
        long now = clock.millis() / MINUTE_MS;
        if (now != minute) {
            attempts.clear();
            minute = now;
        }
        if (attempts.size() >= ADDRESSES_MAX && !attempts.containsKey(address)) return false;
        return attempts.merge(address, 1, Integer::sum) <= ATTEMPTS_PER_MINUTE_MAX;
    }

    /** Takes back the count of an attempt that was let in. */
    synchronized void succeeded(String address) {
        attempts.computeIfPresent(address, (same, count) -> count > 1 ? count - 1 : null);
    }
}
