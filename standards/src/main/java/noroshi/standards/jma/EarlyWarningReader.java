package noroshi.standards.jma;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** VXSE43, 44 and 45. */
final class EarlyWarningReader {
    private EarlyWarningReader() {}

    static EarthquakeEarlyWarning earlyWarning(Node body) {
        Node quake = body.find("Earthquake");
        Node forecast = body.find("Intensity", "Forecast");
        List<WarnedArea> areas = new ArrayList<>();
        if (forecast != null) {
            for (Node pref : forecast.list("Pref")) {
                pref.list("Area").forEach(area -> areas.add(area(pref, area)));
            }
        }
        return new EarthquakeEarlyWarning(
                quake == null ? null : QuakeReader.quake(quake),
                forecast == null ? null : intensity(forecast),
                areas,
                CommentsReader.comments(body));
    }

    private static WarnedArea area(Node pref, Node area) {
        Node kind = area.find("Category", "Kind");
        return new WarnedArea(
                Areas.area(AreaType.EEW_PREFECTURE, pref),
                Areas.area(AreaType.SEISMIC_REGION, area),
                kind == null ? new Kind("", "") : Areas.kind(kind),
                intensity(area),
                area.findInstant("ArrivalTime"),
                area.text("Condition"));
    }

    private static @Nullable ForecastIntensity intensity(Node node) {
        Node range = node.find("ForecastInt");
        if (range == null) {
            return null;
        }
        // "over" in To: 程度以上.
        boolean open = range.text("To").equals("over");
        return new ForecastIntensity(range.findIntensity("From"), open ? null : range.findIntensity("To"), open);
    }
}
