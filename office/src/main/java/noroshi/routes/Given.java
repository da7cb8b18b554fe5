package noroshi.routes;

import org.jspecify.annotations.Nullable;

/** An approval that stands. @param forOfficer the absent officer in whose place it was given; null: in their own */
public record Given(int step, long officer, @Nullable Long forOfficer) {

    boolean isOf(long anyone) {
        return officer == anyone || forOfficer != null && forOfficer == anyone;
    }
}
