package noroshi.calls;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A public fact, ready to be read out.
 *
 * @param register the register's name in Japanese; @param says how it stands; @param more details, "" none
 * @param nextUpdate promised, null: nothing is; @param path of its page inside the government's site
 */
public record Answer(
        String government,
        String register,
        String title,
        String says,
        String more,
        Instant asOf,
        String source,
        @Nullable Instant nextUpdate,
        String path) {

    public boolean isOverdue(Instant now) {
        return nextUpdate != null && !nextUpdate.isAfter(now);
    }
}
