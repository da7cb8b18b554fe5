package noroshi.standards.jma;

import java.util.TreeMap;
import java.util.stream.Collectors;

/** Lines of earthquakes and early warnings. */
final class SeismicFacts {
    private SeismicFacts() {}

    static void earthquake(Facts facts, Earthquake earthquake) {
        if (earthquake.quake() != null) {
            quake(facts, earthquake.quake());
        }
        facts.line(
                0,
                "max ",
                earthquake.maxIntensity() == null
                        ? "-"
                        : earthquake.maxIntensity().label(),
                "; tsunami ",
                earthquake.tsunami().name(),
                earthquake.isNotAnEarthquake() ? "; NOT AN EARTHQUAKE" : "");
        earthquake.prefectures().forEach(pref -> observed(facts, 1, pref));
        comments(facts, earthquake.comments());
    }

    private static void observed(Facts facts, int indent, ObservedIntensity area) {
        String stations = area.parts().stream()
                .filter(p -> p.area().type() == AreaType.SEISMIC_STATION)
                .collect(Collectors.groupingBy(ObservedIntensity::label, TreeMap::new, Collectors.counting()))
                .descendingMap()
                .entrySet()
                .stream()
                .map(e -> e.getKey() + "×" + e.getValue())
                .collect(Collectors.joining(" "));
        String shown = area.intensity() == null ? "震度-" : area.intensity().label();
        facts.line(
                indent,
                shown,
                area.notReceived() ? " 震度５弱以上未入電" : "",
                " ",
                Facts.area(area.area()),
                Facts.optional(" ", area.revision()),
                stations.isEmpty() ? "" : "  [" + stations + "]");
        area.parts().stream()
                .filter(p -> p.area().type() != AreaType.SEISMIC_STATION)
                .forEach(p -> observed(facts, indent + 1, p));
    }

    static void quake(Facts facts, Quake quake) {
        facts.line(
                0,
                "quake: origin ",
                Facts.time(quake.originTime()),
                "; detected ",
                Facts.time(quake.arrivalTime()),
                "; ",
                quake.magnitude().text(),
                " ",
                quake.magnitude().type(),
                "=",
                String.valueOf(quake.magnitude().value()),
                Facts.optional("; ", quake.condition()));
        Hypocentre h = quake.hypocentre();
        if (h != null) {
            Coordinate c = h.coordinate();
            facts.line(
                    1,
                    h.code(),
                    " ",
                    h.name(),
                    Facts.optional("; ", h.detailedName()),
                    Facts.optional("; ", h.nameFromMark()),
                    Facts.optional("; by ", h.source()),
                    "; ",
                    c == null ? "-" : c.latitude() + " " + c.longitude() + " " + c.heightMetres() + "m",
                    "; ",
                    h.depthLabel());
        }
    }

    static void earlyWarning(Facts facts, EarthquakeEarlyWarning warning) {
        if (warning.quake() != null) {
            quake(facts, warning.quake());
        }
        ForecastIntensity strongest = warning.strongest();
        facts.line(
                0,
                warning.isWarning() ? "WARNING" : "forecast",
                " strongest ",
                strongest == null ? "-" : strongest.label());
        warning.areas()
                .forEach(a -> facts.line(
                        1,
                        Facts.area(a.area()),
                        " (",
                        Facts.area(a.prefecture()),
                        "): ",
                        a.intensity() == null ? "-" : a.intensity().label(),
                        " ",
                        Facts.kind(a.kind()),
                        " ",
                        a.arrival() == null ? "" : "at " + Facts.time(a.arrival()),
                        a.condition()));
        comments(facts, warning.comments());
    }

    static void comments(Facts facts, Comments comments) {
        comment(facts, "warning " + comments.warningCodes(), comments.warning());
        comment(facts, "forecast " + comments.forecastCodes(), comments.forecast());
        comment(facts, "remark " + comments.variableCodes(), comments.variable());
        comment(facts, "free", comments.freeForm());
        comment(facts, "text", comments.text());
    }

    private static void comment(Facts facts, String name, String text) {
        if (!text.isEmpty()) {
            facts.line(0, name, ": ", Facts.text(text));
        }
    }
}
