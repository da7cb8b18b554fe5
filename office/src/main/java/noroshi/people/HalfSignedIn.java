package noroshi.people;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/** Who has given the right password and owes a second proof. Opens no screen but the one that asks for it. */
record HalfSignedIn(Officer officer, Instant since) implements Serializable {

    private static final Duration LIFE = Duration.ofMinutes(10);

    boolean isOver(Instant now) {
        return since.plus(LIFE).isBefore(now);
    }
}
