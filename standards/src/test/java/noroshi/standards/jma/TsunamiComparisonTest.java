package noroshi.standards.jma;

import static noroshi.standards.jma.QuakeComparison.iso;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tsunami telegrams: the facts against a second reading of the same telegram. */
class TsunamiComparisonTest {
    private static final Pattern METRES = Pattern.compile("([0-9.]+)ｍ(.*)");

    private static int forEach(BiConsumer<Tsunami, Raw> comparison) {
        int compared = 0;
        for (Path file : Samples.telegrams()) {
            if (Samples.kind(file).startsWith("VTSE")
                    && TelegramReader.read(Samples.bytes(file)).body() instanceof Tsunami tsunami) {
                comparison.accept(tsunami, Raw.of(file));
                compared++;
            }
        }
        return compared;
    }

    @Test
    void everyForecastIsTheTelegrams() {
        int compared = forEach(
                (tsunami, raw) -> assertThat(tsunami.forecasts().stream().map(f -> "%s %s %s<%s; %s; %s"
                                .formatted(
                                        f.area().code(),
                                        f.area().name(),
                                        f.kind().code(),
                                        f.last() == null ? "" : f.last().code(),
                                        arrival(f.firstArrival()),
                                        height(f.maxHeight()))))
                        .containsExactlyElementsOf(raw.all("Body/Tsunami/Forecast/Item").stream()
                                .map(i -> "%s %s %s<%s; %s; %s"
                                        .formatted(
                                                i.text("Area/Code"),
                                                i.text("Area/Name"),
                                                i.text("Category/Kind/Code"),
                                                i.text("Category/LastKind/Code"),
                                                rawArrival(i),
                                                rawHeight(i)))
                                .toList()));
        assertThat(compared).isEqualTo(29);
    }

    @Test
    void everyStationIsTheTelegrams() {
        forEach((tsunami, raw) -> {
            assertThat(tsunami.forecasts().stream()
                            .flatMap(f -> f.stations().stream())
                            .map(s -> s.station().code() + iso(s.highTide()) + arrival(s.firstArrival())))
                    .containsExactlyElementsOf(raw.all("Body/Tsunami/Forecast/Item/Station").stream()
                            .map(s -> s.text("Code") + s.text("HighTideDateTime") + rawArrival(s))
                            .toList());
            assertThat(tsunami.observations().stream().flatMap(o -> o.stations().stream()
                            .map(s -> o.area().code()
                                    + s.station().name()
                                    + s.sensor()
                                    + arrival(s.firstArrival())
                                    + height(s.maxHeight()))))
                    .containsExactlyElementsOf(raw.all("Body/Tsunami/Observation/Item").stream()
                            .flatMap(i -> i.all("Station").stream()
                                    .map(s -> i.text("Area/Code")
                                            + s.text("Name")
                                            + s.text("Sensor")
                                            + rawArrival(s)
                                            + rawHeight(s)))
                            .toList());
            assertThat(tsunami.estimates().stream()
                            .map(e -> e.area().code() + arrival(e.firstArrival()) + height(e.maxHeight())))
                    .containsExactlyElementsOf(raw.all("Body/Tsunami/Estimation/Item").stream()
                            .map(i -> i.text("Area/Code") + rawArrival(i) + rawHeight(i))
                            .toList());
        });
    }

    @Test
    void gradesAreWhatTheNamesSay() {
        forEach((tsunami, raw) -> tsunami.forecasts().forEach(f -> {
            String name = f.kind().name();
            TsunamiGrade said = name.contains("解除") || name.equals("津波なし")
                    ? TsunamiGrade.NONE
                    : name.startsWith("大津波警報")
                            ? TsunamiGrade.MAJOR_WARNING
                            : name.equals("津波警報")
                                    ? TsunamiGrade.WARNING
                                    : name.equals("津波注意報") ? TsunamiGrade.ADVISORY : TsunamiGrade.FORECAST;
            assertThat(f.grade()).as(name).isEqualTo(said);
        }));
    }

    @Test
    void metresAreWhatTheTextsSay() {
        forEach((tsunami, raw) -> Stream.concat(
                        tsunami.forecasts().stream().map(TsunamiForecast::maxHeight),
                        Stream.concat(
                                tsunami.estimates().stream().map(TsunamiEstimate::maxHeight),
                                tsunami.observations().stream()
                                        .flatMap(o -> o.stations().stream().map(StationObservation::maxHeight))))
                .forEach(h -> {
                    if (h != null) {
                        Matcher written = METRES.matcher(QuakeComparison.narrow(h.text()));
                        assertThat(h.metres())
                                .as(h.toString())
                                .isEqualTo(written.matches() ? Double.valueOf(written.group(1)) : null);
                    }
                }));
    }

    @Test
    void everySourceIsTheTelegrams() {
        forEach((tsunami, raw) -> {
            List<Raw> quakes = raw.all("Body/Earthquake");
            assertThat(tsunami.quakes()).hasSameSizeAs(quakes);
            for (int i = 0; i < quakes.size(); i++) {
                QuakeComparison.compare(tsunami.quakes().get(i), quakes.get(i));
            }
            assertThat(tsunami.comments().warning()).isEqualTo(raw.text("Body/Comments/WarningComment/Text"));
            assertThat(tsunami.comments().freeForm()).isEqualTo(raw.text("Body/Comments/FreeFormComment"));
            assertThat(tsunami.comments().text()).isEqualTo(raw.text("Body/Text"));
        });
    }

    private static String arrival(@Nullable Arrival a) {
        return a == null ? "" : String.join("/", iso(a.time()), a.condition(), a.initial(), a.revision());
    }

    private static String rawArrival(Raw item) {
        return item.all("FirstHeight").isEmpty()
                ? ""
                : String.join(
                        "/",
                        item.text("FirstHeight/ArrivalTime"),
                        item.text("FirstHeight/Condition"),
                        item.text("FirstHeight/Initial"),
                        item.text("FirstHeight/Revise"));
    }

    private static String height(@Nullable WaveHeight h) {
        return h == null
                ? ""
                : String.join("/", h.text(), h.rising() ? "上昇中" : "", h.condition(), iso(h.time()), h.revision());
    }

    private static String rawHeight(Raw item) {
        if (item.all("MaxHeight").isEmpty()) {
            return "";
        }
        Raw height =
                item.all("MaxHeight/jmx_eb:TsunamiHeight").stream().findFirst().orElse(null);
        return String.join(
                "/",
                height == null ? "" : height.attribute("description"),
                height == null || height.attribute("condition").equals("不明") ? "" : height.attribute("condition"),
                item.text("MaxHeight/Condition"),
                item.text("MaxHeight/DateTime"),
                item.text("MaxHeight/Revise"));
    }
}
