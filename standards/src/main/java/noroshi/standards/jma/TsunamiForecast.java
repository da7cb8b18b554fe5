package noroshi.standards.jma;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is forecast for one 津波予報区.
 *
 * @param kind as written, e.g. 53 大津波警報：発表, 52 大津波警報, 50 警報解除
 * @param last what was in force before; null if not said
 * @param lastGrade NONE if not said
 * @param firstArrival null if not said (津波予報)
 * @param maxHeight null if not said
 * @param stations expected arrival and high tide by gauge (VTSE51)
 */
public record TsunamiForecast(
        Area area,
        Kind kind,
        TsunamiGrade grade,
        @Nullable Kind last,
        TsunamiGrade lastGrade,
        @Nullable Arrival firstArrival,
        @Nullable WaveHeight maxHeight,
        List<TideStation> stations) {
    public TsunamiForecast {
        stations = List.copyOf(stations);
    }

    /** True if the report raises, lowers or lifts the area's grade. VTSE51 repeats it, so compare with your own state before you act. */
    public boolean isChanged() {
        return grade != lastGrade;
    }
}
