package noroshi.standards.jma;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A gauge of a forecast: its high tide and the first wave expected there. */
public record TideStation(
        Area station, @Nullable Instant highTide, @Nullable Arrival firstArrival) {}
