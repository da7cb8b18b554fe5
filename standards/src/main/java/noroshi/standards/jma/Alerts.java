package noroshi.standards.jma;

import java.util.List;
import java.util.stream.Stream;

/** The alerts of a body, area by area, in the telegram's order. */
final class Alerts {
    private Alerts() {}

    static List<Alert> of(Body body) {
        return switch (body) {
            case Earthquake earthquake ->
                Stream.concat(earthquake.regions().stream(), earthquake.municipalities().stream())
                        .flatMap(Alerts::observed)
                        .toList();
            case EarthquakeEarlyWarning warning ->
                warning.areas().stream()
                        .map(a -> alert(a.area(), a.kind(), "VXSE43"))
                        .toList();
            case Tsunami tsunami ->
                tsunami.forecasts().stream()
                        .map(f -> alert(f.area(), f.kind(), "VTSE41"))
                        .toList();
            case Warnings warnings ->
                warnings.areas().stream()
                        .flatMap(a -> a.warnings().stream()
                                .map(w -> new Alert(a.area(), w.kind(), w.severity(), w.alertLevel(), w.isInForce())))
                        .toList();
            case RiverFlood flood -> flood(flood);
            case Volcano volcano ->
                Stream.of(volcano.volcanoes(), volcano.municipalities(), volcano.responses())
                        .flatMap(List::stream)
                        .flatMap(a -> a.areas().stream()
                                .map(area -> new Alert(
                                        area,
                                        a.kind(),
                                        a.severity(),
                                        a.volcanicLevel(),
                                        a.severity() != Severity.NONE)))
                        .toList();
            case Body.Cancelled cancelled -> List.of();
            case Body.NotInterpreted other -> List.of();
        };
    }

    private static Stream<Alert> observed(ObservedIntensity observed) {
        Intensity shown = observed.shown();
        return shown == null
                ? Stream.empty()
                : Stream.of(alert(observed.area(), new Kind(shown.code(), shown.label()), "VXSE53"));
    }

    private static List<Alert> flood(RiverFlood flood) {
        boolean inForce = flood.severity() != Severity.NONE;
        return Stream.of(
                        Stream.of(flood.section()),
                        flood.rivers().stream(),
                        flood.prefectures().stream(),
                        flood.floodedAreas().stream()
                                .map(FloodedArea::municipality)
                                .distinct())
                .flatMap(areas -> areas)
                .map(area -> new Alert(area, flood.kind(), flood.severity(), flood.alertLevel(), inForce))
                .toList();
    }

    private static Alert alert(Area area, Kind kind, String telegramKind) {
        SeverityTable.Row row = SeverityTable.find(telegramKind, kind);
        return new Alert(area, kind, row.severity(), row.level(), row.severity() != Severity.NONE);
    }
}
