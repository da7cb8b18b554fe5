package noroshi.damage;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a damage, as of an instant.
 *
 * @param percent restored, 0 to 100; null: nobody counts it; @param forecast the day by which it will be restored; null: not known
 * @param affected how many are cut off, in the kind's unit; null: not known or not counted
 * @param extent what is broken, in a few sentences; @param source who says so; @param nextUpdate promised; null: nothing is promised
 */
public record Told(
        Instant at,
        State state,
        @Nullable Integer percent,
        @Nullable LocalDate forecast,
        @Nullable Integer affected,
        String extent,
        String source,
        @Nullable Instant nextUpdate) {

    public Told {
        extent = extent.strip();
        source = source.strip();
    }

    /** A repaired thing owes nothing. */
    public boolean isOverdue(Instant now) {
        return !state.isRestored() && nextUpdate != null && !nextUpdate.isAfter(now);
    }

    /** Apart from when. */
    boolean saysTheSame(Told other) {
        return withoutTimes().equals(other.withoutTimes());
    }

    private Told withoutTimes() {
        return new Told(Instant.EPOCH, state, percent, forecast, affected, extent, source, null);
    }
}
