package noroshi.standards.jma;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * VXSE43 緊急地震速報（警報）, VXSE44/45 the same as a forecast.
 *
 * @param quake null if the source is unknown
 * @param strongest forecast anywhere; null if unknown
 * @param areas strongest forecasts by 細分区域; a forecast telegram may name none
 */
public record EarthquakeEarlyWarning(
        @Nullable Quake quake, @Nullable ForecastIntensity strongest, List<WarnedArea> areas, Comments comments)
        implements Body {
    public EarthquakeEarlyWarning {
        areas = List.copyOf(areas);
    }

    /** True if any area is under a warning: always in VXSE43, possibly in the forecasts that go with it. */
    public boolean isWarning() {
        return areas.stream().anyMatch(WarnedArea::isWarned);
    }
}
