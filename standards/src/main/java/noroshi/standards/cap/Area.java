package noroshi.standards.cap;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an alert holds.
 *
 * @param description areaDesc
 * @param altitude in feet above sea level; @param ceiling the same, only with an altitude
 */
public record Area(
        String description,
        List<Polygon> polygons,
        List<Circle> circles,
        List<NamedValue> geocodes,
        @Nullable BigDecimal altitude,
        @Nullable BigDecimal ceiling) {
    public Area {
        polygons = List.copyOf(polygons);
        circles = List.copyOf(circles);
        geocodes = List.copyOf(geocodes);
    }

    /** A place named by codes alone. */
    public static Area coded(String description, List<NamedValue> geocodes) {
        return new Area(description, List.of(), List.of(), geocodes, null, null);
    }
}
