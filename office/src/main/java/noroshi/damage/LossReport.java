package noroshi.damage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A municipality's 第n報 about an occasion; none is ever changed, the next one replaces it.
 *
 * @param serial 1, 2, 3 …; @param at as of; @param note why a figure fell, what is being investigated; "" nothing
 * @param source which department counted; @param nextUpdate promised; null: nothing is promised
 */
public record LossReport(
        String government,
        String occasion,
        int serial,
        Instant at,
        Instant receivedAt,
        Losses losses,
        String note,
        String source,
        @Nullable Instant nextUpdate,
        @Nullable Long officer) {

    public boolean isOverdue(Instant now) {
        return nextUpdate != null && !nextUpdate.isAfter(now);
    }
}
