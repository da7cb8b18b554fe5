package noroshi.standards.jma;

import org.jspecify.annotations.Nullable;

/** What offshore observations make of the height and arrival at a coast (VTSE52). */
public record TsunamiEstimate(
        Area area, @Nullable Arrival firstArrival, @Nullable WaveHeight maxHeight) {}
