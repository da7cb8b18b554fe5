package noroshi.standards.jma;

import java.util.List;

/** What the gauges of one area have seen. */
public record TsunamiObservation(Area area, List<StationObservation> stations) {
    public TsunamiObservation {
        stations = List.copyOf(stations);
    }
}
