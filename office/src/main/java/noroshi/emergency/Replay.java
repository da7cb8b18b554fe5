package noroshi.emergency;

import static noroshi.platform.Require.require;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A past event shown again as if it were now (再現), in demonstrations and drills.
 *
 * @param number 1, 2 …; 0 stands for real life
 * @param shift added to every instant of its telegrams, fixed at its start
 * @param now the latest telegram time seen, shifted; never goes back
 */
record Replay(int number, Duration shift, Instant now) {

    private static final String PREFIX = "REPLAY-";

    Replay {
        require(number >= 1, "A replay's number (%d) starts at 1.", number);
    }

    /** Whole seconds, so that the shift is the same before and after it was stored: else the first telegram sent twice counts twice. */
    static Replay starting(int number, Instant firstTelegram, Instant clock) {
        var start = clock.truncatedTo(ChronoUnit.SECONDS);
        return new Replay(number, Duration.between(firstTelegram, start), start);
    }

    Replay seen(Instant shifted) {
        return shifted.isAfter(now) ? new Replay(number, shift, shifted) : this;
    }

    /** An event's key, kept apart from real life and from other replays. */
    static String eventName(int replay, String key) {
        return replay == 0 ? key : "%s%d/%s".formatted(PREFIX, replay, key);
    }

    /** The replay an event's name belongs to; 0 for real life. */
    static int numberOf(String eventName) {
        return eventName.startsWith(PREFIX)
                ? Integer.parseInt(eventName.substring(PREFIX.length(), eventName.indexOf('/')))
                : 0;
    }
}
