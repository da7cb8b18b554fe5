package noroshi.standards.jma;

import org.jspecify.annotations.Nullable;

/** Lines of tsunami telegrams. */
final class TsunamiFacts {
    private TsunamiFacts() {}

    static void tsunami(Facts facts, Tsunami tsunami) {
        tsunami.quakes().forEach(quake -> SeismicFacts.quake(facts, quake));
        tsunami.forecasts().forEach(f -> forecast(facts, f));
        for (TsunamiObservation observation : tsunami.observations()) {
            facts.line(0, "observed ", Facts.area(observation.area()));
            observation
                    .stations()
                    .forEach(s -> facts.line(
                            1,
                            Facts.area(s.station()),
                            Facts.optional(" ", s.sensor()),
                            ": first ",
                            arrival(s.firstArrival()),
                            "; max ",
                            height(s.maxHeight())));
        }
        tsunami.estimates()
                .forEach(e -> facts.line(
                        0,
                        "estimate ",
                        Facts.area(e.area()),
                        ": first ",
                        arrival(e.firstArrival()),
                        "; max ",
                        height(e.maxHeight())));
        SeismicFacts.comments(facts, tsunami.comments());
    }

    private static void forecast(Facts facts, TsunamiForecast f) {
        facts.line(
                0,
                f.grade().name(),
                f.isChanged() ? " (changed from " + f.lastGrade().name() + ") " : " ",
                Facts.area(f.area()),
                ": ",
                Facts.kind(f.kind()),
                f.last() == null ? "" : " < " + Facts.kind(f.last()),
                "; first ",
                arrival(f.firstArrival()),
                "; max ",
                height(f.maxHeight()));
        f.stations()
                .forEach(s -> facts.line(
                        1,
                        Facts.area(s.station()),
                        ": high tide ",
                        Facts.time(s.highTide()),
                        "; first ",
                        arrival(s.firstArrival())));
    }

    private static String arrival(@Nullable Arrival a) {
        return a == null
                ? "-"
                : (Facts.time(a.time()) + " " + a.condition() + Facts.optional(" ", a.initial())
                                + Facts.optional(" *", a.revision()))
                        .trim();
    }

    private static String height(@Nullable WaveHeight h) {
        return h == null
                ? "-"
                : (h.metres() + "m 「" + h.label() + "」" + Facts.optional(" ", h.condition())
                        + (h.time() == null ? "" : " at " + Facts.time(h.time())) + Facts.optional(" *", h.revision()));
    }
}
