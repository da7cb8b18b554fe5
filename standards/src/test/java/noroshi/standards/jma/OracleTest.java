package noroshi.standards.jma;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Received telegrams against what another implementation (P2PQuake) made of the same bytes. */
class OracleTest {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss").withZone(ZoneId.of("Asia/Tokyo"));

    private static final Map<TsunamiGrade, String> GRADES = Map.of(
            TsunamiGrade.MAJOR_WARNING,
            "MajorWarning",
            TsunamiGrade.WARNING,
            "Warning",
            TsunamiGrade.ADVISORY,
            "Watch");

    /** P2PQuake's scale of intensities. */
    private static double scale(@Nullable Intensity intensity) {
        if (intensity == null) {
            return -1;
        }
        return switch (intensity) {
            case ZERO -> 0;
            case ONE -> 10;
            case TWO -> 20;
            case THREE -> 30;
            case FOUR -> 40;
            case FIVE_LOWER -> 45;
            case FIVE_LOWER_OR_MORE_NOT_RECEIVED -> 46;
            case FIVE_UPPER -> 50;
            case SIX_LOWER -> 55;
            case SIX_UPPER -> 60;
            case SEVEN -> 70;
        };
    }

    @Test
    void everyReceivedTelegramAgreesWithTheOtherImplementation() throws IOException {
        int compared = 0;
        for (Path file : Samples.xml(Samples.folder("outward/jma/received"))) {
            Path oracle = Path.of(file.toString().replace(".xml", ".json"));
            if (!Files.exists(oracle)) {
                continue;
            }
            Telegram telegram = TelegramReader.read(Samples.bytes(file));
            Map<?, ?> json = Json.object(Files.readString(oracle));
            assertThat(time(telegram.control().dateTime())).isEqualTo(Json.at(json, "issue", "time"));
            switch (telegram.body()) {
                case Earthquake earthquake -> earthquake(earthquake, telegram, json);
                case Tsunami tsunami -> tsunami(tsunami, json);
                case EarthquakeEarlyWarning warning -> earlyWarning(warning, json);
                case Warnings w -> throw new AssertionError(file);
                case RiverFlood f -> throw new AssertionError(file);
                case Volcano v -> throw new AssertionError(file);
                case Body.Cancelled c -> throw new AssertionError(file);
                case Body.NotInterpreted n -> throw new AssertionError(file);
            }
            compared++;
        }
        assertThat(compared).isEqualTo(14);
    }

    private static void earthquake(Earthquake earthquake, Telegram telegram, Map<?, ?> json) {
        Quake quake = Objects.requireNonNull(earthquake.quake());
        assertThat(Json.at(json, "issue", "type")).isEqualTo("Foreign");
        assertThat(telegram.head().title()).isEqualTo("遠地地震に関する情報");
        assertThat(time(Objects.requireNonNull(quake.originTime()))).isEqualTo(Json.at(json, "earthquake", "time"));
        Hypocentre hypocentre = Objects.requireNonNull(quake.hypocentre());
        Coordinate coordinate = Objects.requireNonNull(hypocentre.coordinate());
        assertThat(Json.at(json, "earthquake", "hypocenter", "name"))
                .isIn(hypocentre.name(), hypocentre.detailedName());
        assertThat(Json.at(json, "earthquake", "hypocenter", "latitude")).isEqualTo(coordinate.latitude());
        assertThat(Json.at(json, "earthquake", "hypocenter", "longitude")).isEqualTo(coordinate.longitude());
        assertThat(Json.at(json, "earthquake", "hypocenter", "depth")).isEqualTo(depth(coordinate));
        assertThat(Json.at(json, "earthquake", "hypocenter", "magnitude"))
                .isEqualTo(Objects.requireNonNullElse(quake.magnitude().value(), -1.0));
        assertThat(Json.at(json, "earthquake", "maxScale")).isEqualTo(scale(earthquake.maxIntensity()));
        assertThat((List<?>) Json.at(json, "points")).hasSameSizeAs(earthquake.municipalities());
        assertThat(Json.at(json, "earthquake", "domesticTsunami"))
                .isEqualTo(
                        switch (earthquake.tsunami()) {
                            case NONE -> "None";
                            case CHECKING -> "Checking";
                            case SLIGHT -> "NonEffective";
                            case WARNED -> "Warning";
                            case UNSAID -> "Unknown";
                        });
        assertThat(Json.at(json, "comments", "freeFormComment"))
                .isEqualTo(earthquake.comments().freeForm());
        // All of these are eruptions in the form of a distant earthquake.
        assertThat(earthquake.isNotAnEarthquake()).isTrue();
    }

    private static void tsunami(Tsunami tsunami, Map<?, ?> json) {
        List<TsunamiForecast> inForce =
                tsunami.forecasts().stream().filter(f -> f.grade().isInForce()).toList();
        assertThat(Json.at(json, "cancelled")).isEqualTo(inForce.isEmpty());
        List<?> areas = (List<?>) Objects.requireNonNull(Json.at(json, "areas"));
        assertThat(areas).hasSameSizeAs(inForce);
        for (int i = 0; i < areas.size(); i++) {
            TsunamiForecast forecast = inForce.get(i);
            Object area = Objects.requireNonNull(areas.get(i));
            assertThat(Json.at(area, "name")).isEqualTo(forecast.area().name());
            assertThat(Json.at(area, "grade")).isEqualTo(GRADES.get(forecast.grade()));
            Arrival arrival = Objects.requireNonNull(forecast.firstArrival());
            assertThat(Json.at(area, "immediate")).isEqualTo(arrival.condition().equals("ただちに津波来襲と予測"));
            assertThat(Json.at(area, "firstHeight", "arrivalTime"))
                    .isEqualTo(time(Objects.requireNonNull(arrival.time())));
            WaveHeight height = Objects.requireNonNull(forecast.maxHeight());
            assertThat(Json.at(area, "maxHeight", "description")).isEqualTo(height.text());
            assertThat(Json.at(area, "maxHeight", "value")).isEqualTo(height.metres());
        }
    }

    private static void earlyWarning(EarthquakeEarlyWarning warning, Map<?, ?> json) {
        Quake quake = Objects.requireNonNull(warning.quake());
        Coordinate coordinate = Objects.requireNonNull(
                Objects.requireNonNull(quake.hypocentre()).coordinate());
        assertThat(Json.at(json, "earthquake", "originTime"))
                .isEqualTo(time(Objects.requireNonNull(quake.originTime())));
        assertThat(Json.at(json, "earthquake", "arrivalTime"))
                .isEqualTo(time(Objects.requireNonNull(quake.arrivalTime())));
        assertThat(Json.at(json, "earthquake", "hypocenter", "depth")).isEqualTo(depth(coordinate));
        assertThat(Json.at(json, "earthquake", "hypocenter", "magnitude"))
                .isEqualTo(quake.magnitude().value());
        List<?> areas = (List<?>) Objects.requireNonNull(Json.at(json, "areas"));
        assertThat(areas).hasSameSizeAs(warning.areas());
        for (int i = 0; i < areas.size(); i++) {
            WarnedArea warned = warning.areas().get(i);
            ForecastIntensity intensity = Objects.requireNonNull(warned.intensity());
            Object area = Objects.requireNonNull(areas.get(i));
            assertThat(Json.at(area, "pref")).isEqualTo(warned.prefecture().name());
            assertThat(Json.at(area, "name")).isEqualTo(warned.area().name());
            assertThat(Json.at(area, "scaleFrom")).isEqualTo(scale(intensity.from()));
            assertThat(Json.at(area, "scaleTo")).isEqualTo(scale(intensity.to()));
            assertThat(Json.at(area, "kindCode")).isEqualTo(warned.kind().code());
            assertThat(Json.at(area, "arrivalTime"))
                    .isEqualTo(warned.arrival() == null ? null : time(warned.arrival()));
        }
    }

    private static double depth(Coordinate coordinate) {
        return coordinate.heightMetres() == null ? -1 : -coordinate.heightMetres() / 1000.0;
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }
}
