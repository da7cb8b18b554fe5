package noroshi.standards.jma;

import org.jspecify.annotations.Nullable;

/** VTSE40 to 52. */
final class TsunamiReader {
    private TsunamiReader() {}

    static Tsunami tsunami(Node body) {
        return new Tsunami(
                body.list("Tsunami", "Forecast", "Item").stream()
                        .map(TsunamiReader::forecast)
                        .toList(),
                body.list("Tsunami", "Observation", "Item").stream()
                        .map(TsunamiReader::observation)
                        .toList(),
                body.list("Tsunami", "Estimation", "Item").stream()
                        .map(TsunamiReader::estimate)
                        .toList(),
                body.list("Earthquake").stream().map(QuakeReader::quake).toList(),
                CommentsReader.comments(body));
    }

    private static TsunamiForecast forecast(Node item) {
        Kind kind = Areas.kind(item.get("Category", "Kind"));
        Node lastNode = item.find("Category", "LastKind");
        Kind last = lastNode == null ? null : Areas.kind(lastNode);
        return new TsunamiForecast(
                Areas.area(AreaType.TSUNAMI_AREA, item.get("Area")),
                kind,
                grade(kind),
                last,
                last == null ? TsunamiGrade.NONE : grade(last),
                arrival(item.find("FirstHeight")),
                height(item.find("MaxHeight")),
                item.list("Station").stream().map(TsunamiReader::station).toList());
    }

    private static TsunamiGrade grade(Kind kind) {
        return switch (SeverityTable.find("VTSE41", kind).severity()) {
            case NONE -> TsunamiGrade.NONE;
            case INFORMATION -> TsunamiGrade.FORECAST;
            case ADVISORY -> TsunamiGrade.ADVISORY;
            case WARNING, DANGER -> TsunamiGrade.WARNING;
            case EMERGENCY -> TsunamiGrade.MAJOR_WARNING;
        };
    }

    private static TideStation station(Node station) {
        return new TideStation(
                Areas.area(AreaType.TIDE_STATION, station),
                station.findInstant("HighTideDateTime"),
                arrival(station.find("FirstHeight")));
    }

    private static TsunamiObservation observation(Node item) {
        return new TsunamiObservation(
                Areas.area(AreaType.TSUNAMI_AREA, item.get("Area")),
                item.list("Station").stream().map(TsunamiReader::observed).toList());
    }

    private static StationObservation observed(Node station) {
        return new StationObservation(
                Areas.area(AreaType.TIDE_STATION, station),
                station.text("Sensor"),
                arrival(station.find("FirstHeight")),
                height(station.find("MaxHeight")));
    }

    private static TsunamiEstimate estimate(Node item) {
        return new TsunamiEstimate(
                Areas.area(AreaType.COAST, item.get("Area")),
                arrival(item.find("FirstHeight")),
                height(item.find("MaxHeight")));
    }

    private static @Nullable Arrival arrival(@Nullable Node first) {
        return first == null
                ? null
                : new Arrival(
                        first.findInstant("ArrivalTime"),
                        first.text("Condition"),
                        first.text("Initial"),
                        first.text("Revise"));
    }

    private static @Nullable WaveHeight height(@Nullable Node max) {
        if (max == null) {
            return null;
        }
        Node height = max.find("TsunamiHeight");
        return new WaveHeight(
                height == null ? null : height.number(),
                height == null ? "" : height.attribute("description"),
                max.text("Condition"),
                height != null && height.attribute("condition").equals("上昇中"),
                max.findInstant("DateTime"),
                max.text("Revise"));
    }
}
