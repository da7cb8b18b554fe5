package noroshi.standards.jma;

import java.util.stream.Collectors;

/** Lines of weather warnings and river floods. */
final class WeatherFacts {
    private WeatherFacts() {}

    static void warnings(Facts facts, Warnings warnings) {
        facts.line(0, "target: ", warnings.target() == null ? "-" : Facts.area(warnings.target()));
        AreaType type = null;
        for (AreaWarnings area : warnings.areas()) {
            if (area.area().type() != type) {
                type = area.area().type();
                facts.line(0, type.name());
            }
            facts.line(
                    1,
                    Facts.area(area.area()),
                    Facts.optional(" ", area.extent()),
                    ": ",
                    area.warnings().stream().map(WeatherFacts::warning).collect(Collectors.joining("; ")));
        }
        warnings.texts().forEach(t -> facts.line(0, "text: ", Facts.text(t)));
    }

    private static String warning(Warning w) {
        return Facts.kind(w.kind())
                + " " + w.status()
                + (w.last() == null ? "" : " < " + Facts.kind(w.last()))
                + (w.isInForce() ? " " + w.severity() + (w.alertLevel() == 0 ? "" : "/" + w.alertLevel()) : "")
                + (w.notes().isEmpty() ? "" : " " + w.notes());
    }

    static void flood(Facts facts, RiverFlood flood) {
        facts.line(0, "section: ", Facts.area(flood.section()), "; rivers: ", Facts.areas(flood.rivers()));
        facts.line(0, "prefectures: ", Facts.areas(flood.prefectures()));
        facts.line(
                0, Facts.kind(flood.kind()), " ", flood.severity().name(), "/", Integer.toString(flood.alertLevel()));
        flood.messages()
                .forEach(m -> facts.line(
                        0,
                        "message for ",
                        Facts.areas(m.rivers()),
                        " at ",
                        m.gauges().stream()
                                .map(g -> Facts.area(g.station()) + "(" + g.location() + ")")
                                .collect(Collectors.joining(", ")),
                        ": ",
                        Facts.text(m.text())));
        flood.floodedAreas()
                .forEach(a -> facts.line(
                        0,
                        Facts.kind(a.kind()),
                        " by ",
                        Facts.area(a.gauge()),
                        ": ",
                        a.prefecture(),
                        " ",
                        Facts.area(a.municipality()),
                        " ",
                        a.districts().toString()));
        flood.texts().forEach(t -> facts.line(0, "text: ", Facts.text(t)));
    }
}
