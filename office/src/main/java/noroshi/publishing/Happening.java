package noroshi.publishing;

import static noroshi.platform.Require.require;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The dated occasion an article tells of; it also appears in the calendar. */
public record Happening(Instant startsAt, @Nullable Instant endsAt, String place) {

    public static final int PLACE_CHARACTERS_MAX = 200;

    public Happening {
        require(
                place.length() <= PLACE_CHARACTERS_MAX,
                "place (%d characters) exceeds %d",
                place.length(),
                PLACE_CHARACTERS_MAX);
    }
}
