package noroshi.emergency;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import noroshi.standards.jma.Arrival;
import noroshi.standards.jma.Telegram;
import noroshi.standards.jma.Tsunami;
import noroshi.standards.jma.TsunamiForecast;
import noroshi.standards.jma.WaveHeight;
import org.jspecify.annotations.Nullable;

/** Grade, expected height and arrival; gauges; what has been observed. */
final class TsunamiSection {

    private TsunamiSection() {}

    static void write(MarkdownText text, EventState state, Jurisdiction jurisdiction) {
        var warning = state.findBody(Tsunami.class, "VTSE41");
        warning.or(() -> state.findBody(Tsunami.class, "VTSE51")).ifPresent(tsunami -> {
            forecast(text, jurisdiction.forecasts(tsunami));
            text.paragraph(tsunami.comments().warning());
        });
        stations(text, state, jurisdiction);
        observations(text, state, jurisdiction);
        estimates(text, state, jurisdiction);
    }

    private static void forecast(MarkdownText text, List<TsunamiForecast> forecasts) {
        text.heading("津波警報・注意報");
        if (forecasts.isEmpty()) {
            text.paragraph("県内の津波予報区に、津波警報・注意報は発表されていません。");
            return;
        }
        text.table(
                List.of("津波予報区", "種類", "第１波の到達予想", "予想される高さ"),
                forecasts.stream()
                        .map(f -> List.of(
                                f.area().name(), f.kind().name(), arrival(f.firstArrival()), height(f.maxHeight())))
                        .toList());
    }

    private static void stations(MarkdownText text, EventState state, Jurisdiction jurisdiction) {
        var byStation = new LinkedHashMap<String, List<String>>();
        newest51(state)
                .flatMap(tsunami -> jurisdiction.forecasts(tsunami).stream())
                .flatMap(forecast -> forecast.stations().stream())
                // Later telegrams overwrite what earlier ones said of a gauge.
                .forEach(s -> byStation.put(
                        s.station().code(),
                        List.of(s.station().name(), arrival(s.firstArrival()), Moments.clock(s.highTide()))));
        var rows = List.copyOf(byStation.values());
        if (rows.isEmpty()) return;
        text.heading("各地の満潮時刻と津波到達予想時刻").table(List.of("地点", "第１波の到達予想", "満潮時刻"), rows);
    }

    private static void observations(MarkdownText text, EventState state, Jurisdiction jurisdiction) {
        var byStation = new LinkedHashMap<String, List<String>>();
        Stream.concat(newest51(state), state.findBody(Tsunami.class, "VTSE52").stream())
                .flatMap(tsunami -> jurisdiction.observations(tsunami).stream())
                .forEach(s -> byStation.put(
                        s.station().name(),
                        List.of(s.station().name(), arrival(s.firstArrival()), observed(s.maxHeight()))));
        var rows = List.copyOf(byStation.values());
        if (rows.isEmpty()) return;
        text.heading("観測された津波").table(List.of("地点", "第１波", "これまでの最大波"), rows);
    }

    private static void estimates(MarkdownText text, EventState state, Jurisdiction jurisdiction) {
        var rows = state.findBody(Tsunami.class, "VTSE52").stream()
                .flatMap(tsunami -> jurisdiction.estimates(tsunami).stream())
                .map(e -> List.of(e.area().name(), arrival(e.firstArrival()), height(e.maxHeight())))
                .toList();
        if (rows.isEmpty()) return;
        text.heading("沖合の観測から推定される沿岸の津波").table(List.of("沿岸", "第１波", "高さ"), rows);
    }

    /** 津波情報 of the newest of each title: expected times stand in one, observations in another. */
    private static Stream<Tsunami> newest51(EventState state) {
        return state.newest().stream()
                .filter(t -> t.kind().equals("VTSE51"))
                .map(Telegram::body)
                .filter(Tsunami.class::isInstance)
                .map(Tsunami.class::cast);
    }

    static String arrival(@Nullable Arrival arrival) {
        if (arrival == null) return "―";
        var clock = Moments.clock(arrival.time());
        var condition = arrival.condition();
        if (clock.isEmpty()) return condition.isEmpty() ? "―" : condition;
        return condition.isEmpty() ? clock : clock + "（" + condition + "）";
    }

    static String height(@Nullable WaveHeight height) {
        return Optional.ofNullable(height)
                .map(WaveHeight::label)
                .filter(l -> !l.isEmpty())
                .orElse("―");
    }

    private static String observed(@Nullable WaveHeight height) {
        if (height == null) return "―";
        var at = Moments.clock(height.time());
        return at.isEmpty() ? height(height) : height(height) + "（" + at + "）";
    }
}
