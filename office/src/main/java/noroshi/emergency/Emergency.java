package noroshi.emergency;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Area × hazard × level × phase on one government's site.
 *
 * @param government on whose site it stands
 * @param event which event raised it
 * @param grade for readers: 大津波警報, 震度７
 * @param area where it is gravest; @param place the same for readers
 * @param mark "" or replay: 再現
 * @param source the government whose article tells of it
 * @param expiresAt when it ends by itself
 */
public record Emergency(
        String government,
        String event,
        Hazard hazard,
        Level level,
        String phase,
        String grade,
        String area,
        String place,
        String mark,
        String source,
        @Nullable Long article,
        Instant startedAt,
        Instant expiresAt,
        @Nullable Instant endedAt) {

    /** 大津波警報（宮城県）, with 再現 before it where it is one. */
    public String title() {
        return (mark.equals("replay") ? "【再現】" : "") + grade + "（" + place + "）";
    }

    boolean isActive() {
        return endedAt == null;
    }
}
