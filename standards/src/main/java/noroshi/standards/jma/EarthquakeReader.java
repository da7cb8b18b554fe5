package noroshi.standards.jma;

import java.util.ArrayList;
import java.util.List;

/** VXSE51, 52, 53 and 61. */
final class EarthquakeReader {
    private EarthquakeReader() {}

    static Earthquake earthquake(Node body) {
        Node quake = body.find("Earthquake");
        Node observation = body.find("Intensity", "Observation");
        return new Earthquake(
                quake == null ? null : QuakeReader.quake(quake),
                observation == null ? null : observation.findIntensity("MaxInt"),
                observation == null
                        ? List.of()
                        : observation.list("Pref").stream()
                                .map(EarthquakeReader::prefecture)
                                .toList(),
                CommentsReader.comments(body));
    }

    private static ObservedIntensity prefecture(Node pref) {
        return observed(
                AreaType.SEISMIC_PREFECTURE,
                pref,
                "MaxInt",
                pref.list("Area").stream().map(EarthquakeReader::region).toList());
    }

    private static ObservedIntensity region(Node area) {
        List<ObservedIntensity> parts = new ArrayList<>();
        area.list("City").forEach(city -> parts.add(municipality(city)));
        area.list("IntensityStation").forEach(station -> parts.add(station(station)));
        return observed(AreaType.SEISMIC_REGION, area, "MaxInt", parts);
    }

    private static ObservedIntensity municipality(Node city) {
        return observed(
                AreaType.MUNICIPALITY,
                city,
                "MaxInt",
                city.list("IntensityStation").stream()
                        .map(EarthquakeReader::station)
                        .toList());
    }

    private static ObservedIntensity station(Node station) {
        return observed(AreaType.SEISMIC_STATION, station, "Int", List.of());
    }

    private static ObservedIntensity observed(AreaType type, Node node, String element, List<ObservedIntensity> parts) {
        Intensity read = node.findIntensity(element);
        boolean notReceived = read == Intensity.FIVE_LOWER_OR_MORE_NOT_RECEIVED
                || node.text("Condition").contains("未入電");
        Intensity received = read == Intensity.FIVE_LOWER_OR_MORE_NOT_RECEIVED ? null : read;
        return new ObservedIntensity(Areas.area(type, node), received, notReceived, node.text("Revise"), parts);
    }
}
