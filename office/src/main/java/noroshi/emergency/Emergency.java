package noroshi.emergency;

import java.time.Instant;
import noroshi.publishing.Marks;
import org.jspecify.annotations.Nullable;

/**
 * Area × hazard × level × phase on one government's site.
 *
 * @param government on whose site it stands
 * @param event which event raised it
 * @param grade for readers: 大津波警報, 震度７
 * @param area codes of where it is gravest, joined by spaces; @param place the same for readers
 * @param mark "", replay (再現), drill (訓練) or test (試験)
 * @param source the government whose article tells of it
 * @param expiresAt when it ends by itself
 */
public record Emergency(
        String government,
        String event,
        Hazard hazard,
        Level level,
        Phase phase,
        String grade,
        String area,
        String place,
        String mark,
        String source,
        @Nullable Long article,
        Instant startedAt,
        Instant expiresAt,
        @Nullable Instant endedAt) {

    private static final int LINE_CHARACTERS_MAX = 60;

    /** 大津波警報（宮城県）, with 【訓練】 or the like before it where it is not the real thing. */
    public String title() {
        var marks = Marks.of(mark);
        return (marks == Marks.NONE ? "" : "【" + marks.japanese() + "】") + grade + "（" + shortPlace() + "）";
    }

    /** For what stands on one line: two hundred 町字 are on the page, in the data and in CAP's area. */
    String shortPlace() {
        if (place.length() <= LINE_CHARACTERS_MAX) return place;
        int end = place.lastIndexOf('、', LINE_CHARACTERS_MAX);
        return place.substring(0, end < 0 ? LINE_CHARACTERS_MAX : end) + "ほか";
    }

    /** The same in another state, still standing. */
    Emergency in(Phase nextPhase, Level nextLevel, Instant nextExpiry) {
        return new Emergency(
                government,
                event,
                hazard,
                nextLevel,
                nextPhase,
                grade,
                area,
                place,
                mark,
                source,
                article,
                startedAt,
                nextExpiry,
                null);
    }

    Emergency withArticle(long written) {
        return new Emergency(
                government,
                event,
                hazard,
                level,
                phase,
                grade,
                area,
                place,
                mark,
                source,
                written,
                startedAt,
                expiresAt,
                endedAt);
    }

    boolean isActive() {
        return endedAt == null;
    }
}
