package noroshi.run;

import java.time.Duration;

/** How long a child that died waits before it is started again: at once the first time, then longer and longer. */
final class Backoff {

    static final Duration FIRST = Duration.ofMillis(100);
    static final Duration WAIT_MAX = Duration.ofSeconds(5);

    /** A child that lived this long was healthy: its next death counts as the first. */
    static final Duration HEALTHY_AFTER = Duration.ofSeconds(5);

    private int deaths;

    /** @param lived how long the child ran before it died */
    Duration next(Duration lived) {
        if (lived.compareTo(HEALTHY_AFTER) >= 0) deaths = 0;
        var wait = FIRST.multipliedBy(1L << Math.min(deaths, 10));
        deaths++;
        return wait.compareTo(WAIT_MAX) > 0 ? WAIT_MAX : wait;
    }
}
