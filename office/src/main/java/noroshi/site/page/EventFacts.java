package noroshi.site.page;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When and where something takes place. */
public record EventFacts(Instant startsAt, @Nullable Instant endsAt, String place) {

    /** The instant from which it is over; an event without an end is over when its day ends in Japan. */
    public Instant over() {
        if (endsAt != null) return endsAt;
        return startsAt.atZone(noroshi.platform.Time.JAPAN)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(noroshi.platform.Time.JAPAN)
                .toInstant();
    }
}
