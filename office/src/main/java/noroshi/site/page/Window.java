package noroshi.site.page;

import static noroshi.platform.Require.require;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From when until when readers may see something; until is no longer included. */
public record Window(Instant from, Instant until) {

    public static final Window ALWAYS = new Window(Instant.EPOCH, Instant.MAX);

    public Window {
        require(from.isBefore(until), "A window from %s cannot end at %s.", from, until);
    }

    /**
     * @param opens null: at once
     * @param closes null: never
     * @return null when it closes before it opens, so that nobody ever sees it
     */
    public static @Nullable Window of(@Nullable Instant opens, @Nullable Instant closes) {
        var from = opens == null ? Instant.EPOCH : opens;
        var until = closes == null ? Instant.MAX : closes;
        return from.isBefore(until) ? new Window(from, until) : null;
    }

    public boolean shows(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
