package noroshi.channels;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import noroshi.platform.Lane;

/** When a mail that was not taken is tried again, and when it is given up. */
final class BackOff {

    private static final List<Duration> ALERT = List.of(
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5));
    private static final List<Duration> OTHER = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3));

    private BackOff() {}

    /** @param attempts made so far, at least 1 */
    static Duration pause(Lane lane, int attempts) {
        var steps = lane == Lane.ALERT ? ALERT : OTHER;
        return steps.get(Math.min(attempts, steps.size()) - 1);
    }

    /** An alert that is half a day old misleads; news may wait out a week-end (RFC 5321 §4.5.4.1: 4-5 days). */
    static Instant givenUpAt(Lane lane, Instant created) {
        return created.plus(lane == Lane.ALERT ? Duration.ofHours(12) : Duration.ofDays(4));
    }
}
