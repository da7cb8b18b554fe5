package noroshi.emergency;

import static noroshi.platform.Require.require;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of the rules: this kind and grade in an area of ours raises this emergency.
 *
 * @param hazard null: taken from the warning's name
 * @param lasts after the report, unless renewed
 */
record Rule(Set<String> kinds, String grade, @Nullable Hazard hazard, Level level, Duration lasts, Reach reach) {

    /** Whose sites it stands on. */
    enum Reach {
        AREA,
        PREFECTURE
    }

    Rule {
        kinds = Set.copyOf(kinds);
        require(lasts.isPositive(), "A rule for %s lasts %s.", kinds, lasts);
    }
}
