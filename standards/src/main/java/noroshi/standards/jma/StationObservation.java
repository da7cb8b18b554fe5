package noroshi.standards.jma;

import org.jspecify.annotations.Nullable;

/**
 * What one gauge has seen.
 *
 * @param sensor ＧＰＳ波浪計, 水圧計 (offshore), else ""
 * @param maxHeight so far; null if not said
 */
public record StationObservation(
        Area station,
        String sensor,
        @Nullable Arrival firstArrival,
        @Nullable WaveHeight maxHeight) {}
