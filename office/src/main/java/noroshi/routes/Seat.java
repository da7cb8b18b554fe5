package noroshi.routes;

import org.jspecify.annotations.Nullable;

/** In which step an officer may decide now. @param forOfficer the absent officer they stand in for; null: in their own name */
public record Seat(Step step, @Nullable Long forOfficer) {}
