package noroshi.emergency;

import java.util.Optional;
import noroshi.standards.jma.Earthquake;
import noroshi.standards.jma.EarthquakeEarlyWarning;
import noroshi.standards.jma.Hypocentre;
import noroshi.standards.jma.Quake;
import noroshi.standards.jma.RiverFlood;
import noroshi.standards.jma.Telegram;
import noroshi.standards.jma.Tsunami;
import noroshi.standards.jma.TsunamiGrade;
import noroshi.standards.jma.Volcano;
import noroshi.standards.jma.Warnings;
import org.jspecify.annotations.Nullable;

/** The title of an event's article: the gravest thing first. */
final class EventTitle {

    private EventTitle() {}

    static String of(EventState state, Jurisdiction jurisdiction) {
        var tsunami = state.findBody(Tsunami.class, "VTSE41").map(t -> tsunami(t, jurisdiction));
        var earthquake = state.findBody(Earthquake.class, "VXSE53", "VXSE51", "VXSE61", "VXSE52")
                .map(e -> earthquake(state, e, jurisdiction));
        if (tsunami.isPresent() && earthquake.isPresent()) return tsunami.get() + "（" + earthquake.get() + "）";
        return tsunami.or(() -> earthquake).or(() -> other(state, jurisdiction)).orElseGet(() -> plain(state.latest()));
    }

    private static String tsunami(Tsunami tsunami, Jurisdiction jurisdiction) {
        var grade = jurisdiction.forecasts(tsunami).stream()
                .map(f -> f.grade())
                .max(TsunamiGrade::compareTo)
                .orElse(TsunamiGrade.NONE);
        return switch (grade) {
            case MAJOR_WARNING, WARNING, ADVISORY -> jurisdiction.name() + "に" + grade.label();
            case FORECAST -> jurisdiction.name() + "の津波警報・注意報は解除（若干の海面変動）";
            case NONE -> jurisdiction.name() + "の津波警報・注意報は解除";
        };
    }

    private static String earthquake(EventState state, Earthquake earthquake, Jurisdiction jurisdiction) {
        var strongest = jurisdiction.felt(earthquake).stream()
                .findFirst()
                .map(seen -> " " + jurisdiction.name() + "の最大" + seen.label() + " "
                        + seen.area().name())
                .orElse("");
        return place(quakeOf(state)).map(p -> p + "の地震").orElse("地震情報") + strongest;
    }

    /** The source as last determined: 震源要素更新 overrides. */
    static @Nullable Quake quakeOf(EventState state) {
        return state.findBody(Earthquake.class, "VXSE61")
                .or(() -> state.findBody(Earthquake.class, "VXSE53"))
                .or(() -> state.findBody(Earthquake.class, "VXSE52"))
                .map(Earthquake::quake)
                .orElse(null);
    }

    private static Optional<String> place(@Nullable Quake quake) {
        return Optional.ofNullable(quake).map(Quake::hypocentre).map(Hypocentre::name);
    }

    private static Optional<String> other(EventState state, Jurisdiction jurisdiction) {
        if (state.newest().isEmpty()) return Optional.empty();
        var telegram = state.newest().getLast();
        return switch (telegram.body()) {
            case RiverFlood flood ->
                Optional.of(flood.section().name() + " " + flood.kind().name());
            case Warnings warnings -> Optional.of(weather(telegram, state, jurisdiction));
            case Volcano volcano -> Optional.of(plain(telegram));
            case EarthquakeEarlyWarning warning -> Optional.of("緊急地震速報（警報）");
            case Tsunami tsunami -> Optional.empty();
            case Earthquake earthquake -> Optional.empty();
            case noroshi.standards.jma.Body.Cancelled cancelled -> Optional.empty();
            case noroshi.standards.jma.Body.NotInterpreted notInterpreted -> Optional.empty();
        };
    }

    private static String weather(Telegram telegram, EventState state, Jurisdiction jurisdiction) {
        var gravest = state.raised().stream().reduce((a, b) -> b.isGraverThan(a) ? b : a);
        var name = gravest.map(g -> "（" + g.grade() + "）").orElse("");
        var title = plain(telegram);
        return (title.contains(jurisdiction.shortName()) ? "" : jurisdiction.name() + " ") + title + name;
    }

    private static String plain(Telegram telegram) {
        return telegram.head().title();
    }
}
