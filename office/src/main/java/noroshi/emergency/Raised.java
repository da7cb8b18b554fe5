package noroshi.emergency;

import java.time.Instant;

/**
 * What a telegram raises in one place.
 *
 * @param government whose area it is, 6 digits
 * @param grade for readers: 大津波警報, 震度７
 * @param from the report's time
 * @param until when it ends by itself
 * @param everywhere true: it stands on every site of the prefecture
 */
record Raised(
        String government,
        Hazard hazard,
        Level level,
        String grade,
        int weight,
        Instant from,
        Instant until,
        boolean everywhere) {

    boolean isGraverThan(Raised other) {
        return level != other.level ? level.compareTo(other.level) > 0 : weight > other.weight;
    }
}
