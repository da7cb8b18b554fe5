package noroshi.standards.jma;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An earthquake's source: when, where, how large.
 *
 * @param originTime 発生時刻; null if only the detection is known
 * @param arrivalTime 検知時刻
 * @param condition 仮定震源要素 (early warning), else ""
 */
public record Quake(
        @Nullable Instant originTime,
        @Nullable Instant arrivalTime,
        String condition,
        @Nullable Hypocentre hypocentre,
        Magnitude magnitude) {}
