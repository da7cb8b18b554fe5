package noroshi.standards.jma;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TelegramReaderTest {
    @Test
    void aSeismicFlashNamesRegionsOnly() {
        Telegram telegram = Written.flash().read();
        assertThat(telegram.kind()).isEqualTo("VXSE51");
        assertThat(telegram.isReal()).isTrue();
        assertThat(telegram.head().headline().text()).isEqualTo("　見出し");
        Earthquake earthquake = (Earthquake) telegram.body();
        assertThat(earthquake.quake()).isNull();
        assertThat(earthquake.regions().stream()
                        .map(r -> r.label() + " " + r.area().name()))
                .containsExactly("震度５弱 宮城県中部", "震度４ 宮城県北部");
        assertThat(earthquake.municipalities()).isEmpty();
        assertThat(earthquake.tsunami()).isEqualTo(TsunamiRemark.CHECKING);
    }

    @Test
    void anEarthquakeNamesSourceAndMunicipalities() {
        Earthquake earthquake = (Earthquake) Written.quake().read().body();
        assertThat(earthquake.maxIntensity()).isEqualTo(Intensity.SIX_LOWER);
        assertThat(earthquake.municipalities().stream()
                        .map(m -> m.label() + " " + m.area().name() + m.revision()))
                .containsExactly("震度６弱 栗原市上方修正", "震度５弱以上未入電 登米市");
        assertThat(earthquake.tsunami()).isEqualTo(TsunamiRemark.WARNED);
        Quake quake = Objects.requireNonNull(earthquake.quake());
        assertThat(quake.magnitude()).isEqualTo(new Magnitude(6.8, "Ｍ６．８", "Mj"));
        assertThat(Objects.requireNonNull(quake.hypocentre()).depthLabel()).isEqualTo("深さ５０ｋｍ");
    }

    @Test
    void aTsunamiForecastReadsAsATableRow() {
        Tsunami tsunami = (Tsunami) Written.tsunami().read().body();
        TsunamiForecast miyagi = tsunami.findForecast("220").orElseThrow();
        assertThat(miyagi.grade()).isEqualTo(TsunamiGrade.MAJOR_WARNING);
        assertThat(miyagi.lastGrade()).isEqualTo(TsunamiGrade.WARNING);
        assertThat(miyagi.isChanged()).isTrue();
        assertThat(Objects.requireNonNull(miyagi.maxHeight()).label()).isEqualTo("１０ｍ超");
        assertThat(Objects.requireNonNull(miyagi.firstArrival()).label()).isEqualTo("1日09:30（津波到達中と推測）");
    }

    @Test
    void aTownSeesWhatConcernsIt() {
        Earthquake earthquake = (Earthquake) Written.quake().read().body();
        assertThat(earthquake.municipalitiesIn("042137"))
                .extracting(ObservedIntensity::label)
                .containsExactly("震度６弱");
        assertThat(earthquake.municipalitiesIn("040002")).hasSize(2);
        assertThat(earthquake.municipalitiesIn("042021")).isEmpty();
        Tsunami tsunami = (Tsunami) Written.tsunami().read().body();
        assertThat(tsunami.forecastsFor("042021")).as("石巻市").hasSize(1);
        assertThat(tsunami.forecastsFor("042137")).as("栗原市").isEmpty();
    }

    @Test
    void aCancellationHasNoFacts() {
        Telegram telegram = Written.tsunami()
                .infoType("取消")
                .body("<Text>先ほどの、津波警報を取り消します。</Text>")
                .read();
        assertThat(telegram.body()).isEqualTo(new Body.Cancelled("先ほどの、津波警報を取り消します。"));
    }

    @Test
    void aDrillAndATestAreNotReal() {
        assertThat(Written.flash().status("訓練").read().isReal()).isFalse();
        assertThat(Written.flash().status("試験").read().control().status()).isEqualTo(Status.TEST);
    }

    @Test
    void anUnknownTitleIsStoredWithItsTexts() {
        Telegram telegram =
                Written.flash().title("新しい情報").body("<Text>本文</Text>").read();
        assertThat(telegram.kind()).isEqualTo(Telegram.KIND_UNKNOWN);
        assertThat(telegram.body()).isEqualTo(new Body.NotInterpreted(List.of("本文")));
    }

    @Test
    void theHintDecidesOnlyWhereTheTitleLeavesAChoice() {
        assertThat(TelegramReader.read(Written.flash().bytes(), "VTSE41").kind())
                .isEqualTo("VXSE51");
        assertThat(TelegramReader.read(Written.flash().title("改題された震度の情報").bytes(), "VXSE51")
                        .body())
                .isInstanceOf(Earthquake.class);
    }

    @Test
    void warningsOfYearsToComeKeepTheirKinds() {
        assertThat(Written.flash().title("気象警報・注意報（Ｒ０８）（土砂災害）").body("").read().kind())
                .isEqualTo("VPWW56");
    }

    @Test
    void aReplayMovesEveryInstantByTheSameOffset() {
        byte[] bytes = Written.tsunami().bytes();
        Telegram then = TelegramReader.read(bytes);
        Telegram replayed = TelegramReader.read(bytes, "", Duration.ofDays(365));
        assertThat(replayed.head().reportDateTime())
                .isEqualTo(then.head().reportDateTime().plus(Duration.ofDays(365)));
        Tsunami tsunami = (Tsunami) replayed.body();
        assertThat(Objects.requireNonNull(tsunami.forecasts().getFirst().firstArrival())
                        .time())
                .isEqualTo(Instant.parse("2027-04-01T00:30:00Z"));
        assertThat(replayed.contentHash()).isEqualTo(then.contentHash());
    }
}
