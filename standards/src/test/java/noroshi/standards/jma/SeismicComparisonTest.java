package noroshi.standards.jma;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Earthquakes and early warnings: the facts against a second reading of the same telegram, and the telegram against itself. */
class SeismicComparisonTest {
    private record Sample(Path file, Telegram telegram, Raw raw) {}

    private static List<Sample> samples(Class<? extends Body> body) {
        return Samples.telegrams().stream()
                .filter(f -> Samples.kind(f).startsWith("VXSE"))
                .map(f -> new Sample(f, TelegramReader.read(Samples.bytes(f)), Raw.of(f)))
                .filter(s -> body.isInstance(s.telegram().body()))
                .toList();
    }

    @Test
    void everyObservedIntensityIsTheTelegrams() {
        int compared = 0;
        for (Sample sample : samples(Earthquake.class)) {
            List<String> expected = new ArrayList<>();
            for (String name : List.of("Pref", "Area", "City", "IntensityStation")) {
                for (Raw raw : sample.raw().deep(name)) {
                    if (raw.element().getParentNode().getNodeName().matches("Observation|Pref|Area|City")) {
                        expected.add(name + rawIntensity(raw));
                    }
                }
            }
            List<String> facts = new ArrayList<>();
            Earthquake earthquake = (Earthquake) sample.telegram().body();
            earthquake.prefectures().forEach(p -> flatten(p, facts));
            assertThat(facts).as(sample.file().toString()).containsExactlyInAnyOrderElementsOf(expected);
            compared += expected.size();
        }
        assertThat(compared).isGreaterThan(17_000);
    }

    private static String rawIntensity(Raw raw) {
        String value = raw.text("MaxInt") + raw.text("Int");
        boolean notReceived = value.equals("震度５弱以上未入電") || raw.text("Condition").equals("震度５弱以上未入電");
        return " %s %s %s%s %s"
                .formatted(
                        raw.text("Code"),
                        raw.text("Name"),
                        value.startsWith("震度") ? "" : value,
                        notReceived ? "?" : "",
                        raw.text("Revise"));
    }

    private static void flatten(ObservedIntensity o, List<String> facts) {
        String name =
                switch (o.area().type()) {
                    case SEISMIC_PREFECTURE -> "Pref";
                    case SEISMIC_REGION -> "Area";
                    case MUNICIPALITY -> "City";
                    default -> "IntensityStation";
                };
        String value = o.intensity() == null ? "" : o.intensity().code();
        facts.add("%s %s %s %s%s %s"
                .formatted(name, o.area().code(), o.area().name(), value, o.notReceived() ? "?" : "", o.revision()));
        o.parts().forEach(p -> flatten(p, facts));
    }

    @Test
    void theHeadlinesIntensitiesAreTheBodys() {
        int compared = 0;
        for (Sample sample : samples(Earthquake.class)) {
            Earthquake earthquake = (Earthquake) sample.telegram().body();
            Map<String, String> body = new TreeMap<>();
            Stream.concat(earthquake.regions().stream(), earthquake.municipalities().stream())
                    .forEach(o -> body.put(o.area().code(), o.label()));
            for (HeadlineItem item : sample.telegram().head().headline().items()) {
                for (Area area : item.areas()) {
                    String said = item.kinds().getFirst().name();
                    String read = body.get(area.code());
                    // The headline names a municipality under 震度５弱以上未入電 too when a weaker value has come in.
                    if (!said.contains("未入電")) {
                        assertThat(read).as(sample.file() + " " + area).isEqualTo(said);
                    }
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(1_300);
    }

    @Test
    void theGreatestIntensityIsTheGreatestOfItsParts() {
        for (Sample sample : samples(Earthquake.class)) {
            Earthquake earthquake = (Earthquake) sample.telegram().body();
            earthquake.prefectures().forEach(SeismicComparisonTest::greatestOfParts);
            assertThat(greatest(earthquake.prefectures()))
                    .as(sample.file().toString())
                    .isEqualTo(earthquake.maxIntensity());
        }
    }

    private static @Nullable Intensity greatest(List<ObservedIntensity> areas) {
        return areas.stream()
                .map(ObservedIntensity::intensity)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static void greatestOfParts(ObservedIntensity o) {
        // The official samples leave out stations (潟上市 in 32-35_08_07), so a municipality may exceed what is left of
        // them.
        if (!o.parts().isEmpty() && o.area().type() != AreaType.MUNICIPALITY) {
            assertThat(greatest(o.parts())).as(o.area().toString()).isEqualTo(o.intensity());
            o.parts().forEach(SeismicComparisonTest::greatestOfParts);
        }
    }

    @Test
    void sourcesAreWhatTheTelegramWritesForReaders() {
        int compared = 0;
        for (Sample sample : Stream.concat(
                        samples(Earthquake.class).stream(), samples(EarthquakeEarlyWarning.class).stream())
                .toList()) {
            Quake quake = sample.telegram().body() instanceof Earthquake e
                    ? e.quake()
                    : ((EarthquakeEarlyWarning) sample.telegram().body()).quake();
            List<Raw> raw = sample.raw().all("Body/Earthquake");
            assertThat(quake == null).as(sample.file().toString()).isEqualTo(raw.isEmpty());
            if (quake != null) {
                QuakeComparison.compare(quake, raw.getFirst());
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(60);
    }

    @Test
    void commentsAreTheTelegrams() {
        for (Sample sample : samples(Earthquake.class)) {
            Comments comments = ((Earthquake) sample.telegram().body()).comments();
            Raw body = sample.raw().all("Body").getFirst();
            assertThat(comments.forecast()).isEqualTo(body.text("Comments/ForecastComment/Text"));
            assertThat(String.join(" ", comments.forecastCodes()))
                    .isEqualTo(body.text("Comments/ForecastComment/Code"));
            assertThat(comments.variable()).isEqualTo(body.text("Comments/VarComment/Text"));
            assertThat(comments.freeForm()).isEqualTo(body.text("Comments/FreeFormComment"));
            assertThat(comments.text()).isEqualTo(body.text("Text"));
        }
    }

    @Test
    void everyWarnedAreaOfAnEarlyWarningIsTheTelegrams() {
        int compared = 0;
        for (Sample sample : samples(EarthquakeEarlyWarning.class)) {
            List<String> expected = sample.raw().all("Body/Intensity/Forecast/Pref/Area").stream()
                    .map(a -> String.join(
                            " ",
                            a.text("Code"),
                            a.text("Category/Kind/Code"),
                            a.text("ForecastInt/From"),
                            a.text("ForecastInt/To"),
                            a.text("ArrivalTime"),
                            a.text("Condition")))
                    .toList();
            EarthquakeEarlyWarning warning =
                    (EarthquakeEarlyWarning) sample.telegram().body();
            List<String> facts =
                    warning.areas().stream().map(SeismicComparisonTest::warned).toList();
            assertThat(facts).as(sample.file().toString()).isEqualTo(expected);
            // A forecast (VXSE45) may name areas that are under a warning; a warning always does.
            assertThat(warning.isWarning() || !sample.telegram().kind().equals("VXSE43"))
                    .isTrue();
            compared += facts.size();
        }
        assertThat(compared).isGreaterThan(55);
    }

    private static String warned(WarnedArea a) {
        ForecastIntensity i = Objects.requireNonNull(a.intensity());
        return String.join(
                " ",
                a.area().code(),
                a.kind().code(),
                i.from() == null ? "" : i.from().code(),
                i.openUpwards() ? "over" : i.to() == null ? "" : i.to().code(),
                QuakeComparison.iso(a.arrival()),
                a.condition());
    }
}
