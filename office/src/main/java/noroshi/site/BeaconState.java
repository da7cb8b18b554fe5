package noroshi.site;

import java.net.URI;
import java.time.Instant;
import noroshi.snapshot.Push.Outcome;

/**
 * How a first beacon stood at the last push.
 *
 * @param version of the snapshot that it serves, as far as it said; 0: nothing known
 * @param trouble what it or the connection said; "" without trouble
 * @param since when this state was seen first
 */
public record BeaconState(URI address, Reach reach, long version, String trouble, Instant since) {

    /** How far the push came. */
    public enum Reach {
        NOT_TRIED,
        SERVES,
        REFUSES,
        UNREACHABLE
    }

    BeaconState after(Outcome outcome, Instant at) {
        return switch (outcome) {
            case Outcome.Served served -> now(Reach.SERVES, served.version(), "", at);
            case Outcome.Older older -> now(Reach.SERVES, older.served(), "", at);
            case Outcome.Refused refused -> now(Reach.REFUSES, version, refused.status() + " " + refused.reason(), at);
            case Outcome.Unreachable unreachable -> now(Reach.UNREACHABLE, version, unreachable.reason(), at);
            case Outcome.Nothing() -> this;
        };
    }

    private BeaconState now(Reach reach, long version, String trouble, Instant at) {
        return new BeaconState(address, reach, version, trouble, reach == this.reach ? since : at);
    }
}
