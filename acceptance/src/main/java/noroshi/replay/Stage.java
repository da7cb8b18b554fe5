package noroshi.replay;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import noroshi.replay.Watch.Seen;

/**
 * One step of the scenario.
 *
 * @param at when it was, or is supposed to have been, in Japan in 2011
 */
record Stage(LocalDateTime at, String name, Act act) {

    /** Sends what belongs to the stage, and says what has to follow. */
    interface Act {
        /** @return how many messages were sent */
        int play(Watch watch) throws IOException;
    }

    /** How it ended. */
    record Played(Stage stage, int sent, List<Seen> seen) {

        long followed() {
            return seen.stream().filter(Seen::followed).count();
        }

        boolean isGood() {
            return followed() == seen.size();
        }

        /** 0 where nothing was expected. */
        long slowestMs() {
            return seen.stream().mapToLong(Seen::ms).max().orElse(0);
        }
    }
}
