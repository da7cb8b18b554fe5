package noroshi.emergency;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import noroshi.standards.jma.AreaType;
import noroshi.standards.jma.AreaWarnings;
import noroshi.standards.jma.Body;
import noroshi.standards.jma.Earthquake;
import noroshi.standards.jma.EarthquakeEarlyWarning;
import noroshi.standards.jma.ObservedIntensity;
import noroshi.standards.jma.RiverFlood;
import noroshi.standards.jma.Telegram;
import noroshi.standards.jma.Tsunami;
import noroshi.standards.jma.TsunamiForecast;
import noroshi.standards.jma.Volcano;
import noroshi.standards.jma.VolcanoAlert;
import noroshi.standards.jma.Warning;
import noroshi.standards.jma.Warnings;
import org.jspecify.annotations.Nullable;

/** Applies the rules to one telegram: what it raises in the jurisdiction's areas. Pure. */
final class Raising {

    private final Rules rules;
    private final Jurisdiction jurisdiction;

    Raising(Rules rules, Jurisdiction jurisdiction) {
        this.rules = rules;
        this.jurisdiction = jurisdiction;
    }

    List<Raised> of(Telegram telegram) {
        return switch (telegram.body()) {
            case Earthquake earthquake -> ofEarthquake(telegram, earthquake);
            case EarthquakeEarlyWarning warning -> ofEarlyWarning(telegram, warning);
            case Tsunami tsunami -> ofTsunami(telegram, tsunami);
            case Warnings warnings -> ofWarnings(telegram, warnings);
            case RiverFlood flood -> ofFlood(telegram, flood);
            case Volcano volcano -> ofVolcano(telegram, volcano);
            case Body.Cancelled cancelled -> List.of();
            case Body.NotInterpreted notInterpreted -> List.of();
        };
    }

    private List<Raised> ofEarthquake(Telegram telegram, Earthquake earthquake) {
        var raised = new ArrayList<Raised>();
        for (ObservedIntensity seen : jurisdiction.felt(earthquake)) {
            var intensity = seen.shown();
            if (intensity == null) continue;
            for (var government : jurisdiction.governments(seen.area()))
                add(raised, telegram, intensity.code(), null, government, intensity.label(), intensity.ordinal());
        }
        return raised;
    }

    private List<Raised> ofEarlyWarning(Telegram telegram, EarthquakeEarlyWarning warning) {
        var raised = new ArrayList<Raised>();
        for (var area : warning.areas()) {
            if (!area.isWarned()) continue;
            for (var government : jurisdiction.governments(area.area()))
                add(raised, telegram, "WARNED", null, government, "緊急地震速報", 0);
        }
        return raised;
    }

    private List<Raised> ofTsunami(Telegram telegram, Tsunami tsunami) {
        var raised = new ArrayList<Raised>();
        for (TsunamiForecast forecast : tsunami.forecasts())
            for (var government : jurisdiction.governments(forecast.area()))
                add(
                        raised,
                        telegram,
                        forecast.grade().name(),
                        null,
                        government,
                        forecast.grade().label(),
                        forecast.grade().ordinal());
        return raised;
    }

    private List<Raised> ofWarnings(Telegram telegram, Warnings warnings) {
        var raised = new ArrayList<Raised>();
        for (AreaWarnings area : jurisdiction.warned(warnings))
            for (var government : jurisdiction.governments(area.area()))
                for (Warning warning : area.inForce())
                    add(
                            raised,
                            telegram,
                            warning.severity().name(),
                            Hazard.ofWarning(warning.kind().name()),
                            government,
                            warning.kind().name(),
                            warning.severity().ordinal());
        return raised;
    }

    private List<Raised> ofFlood(Telegram telegram, RiverFlood flood) {
        var raised = new ArrayList<Raised>();
        var named = flood.floodedAreas().stream().map(area -> area.municipality());
        var places = flood.floodedAreas().isEmpty() ? flood.prefectures().stream() : named;
        var grade = flood.section().name() + " " + flood.kind().name();
        places.flatMap(area -> jurisdiction.governments(area).stream())
                .distinct()
                .forEach(government -> add(
                        raised,
                        telegram,
                        flood.severity().name(),
                        null,
                        government,
                        grade,
                        flood.severity().ordinal()));
        return raised;
    }

    private List<Raised> ofVolcano(Telegram telegram, Volcano volcano) {
        var raised = new ArrayList<Raised>();
        var name = volcano.volcanoes().stream()
                .flatMap(v -> v.areas().stream())
                .filter(a -> a.type() == AreaType.VOLCANO)
                .map(a -> a.name())
                .findFirst()
                .orElse("火山");
        Stream.of(volcano.municipalities(), volcano.responses())
                .flatMap(List::stream)
                .forEach((VolcanoAlert alert) -> alert.areas().stream()
                        .flatMap(area -> jurisdiction.governments(area).stream())
                        .forEach(government -> add(
                                raised,
                                telegram,
                                alert.severity().name(),
                                null,
                                government,
                                name + " " + alert.kind().name(),
                                alert.severity().ordinal())));
        return raised;
    }

    private void add(
            List<Raised> raised,
            Telegram telegram,
            String grade,
            @Nullable Hazard fromName,
            String government,
            String label,
            int weight) {
        rules.find(telegram.kind(), grade).ifPresent(rule -> {
            var hazard = rule.hazard() != null ? rule.hazard() : fromName != null ? fromName : Hazard.OTHER;
            var from = telegram.head().reportDateTime();
            var everywhere = rule.reach() == Rule.Reach.PREFECTURE;
            raised.add(new Raised(
                    government, hazard, rule.level(), label, weight, from, until(telegram, rule), everywhere));
        });
    }

    /** The rule's time, or 失効時刻 where the telegram names a later one. */
    private static Instant until(Telegram telegram, Rule rule) {
        var byRule = telegram.head().reportDateTime().plus(rule.lasts());
        var named = telegram.head().validDateTime();
        return named != null && named.isAfter(byRule) ? named : byRule;
    }
}
