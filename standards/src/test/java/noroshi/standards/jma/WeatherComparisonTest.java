package noroshi.standards.jma;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Weather warnings, floods and volcanoes: the facts against a second reading of the same telegram, and the telegram against itself. */
class WeatherComparisonTest {
    private record Sample(Path file, Telegram telegram, Raw raw) {}

    private static List<Sample> samples(Class<? extends Body> body) {
        return Samples.telegrams().stream()
                .filter(f -> Samples.kind(f).matches("VP.*|VXWW.*|VXKO.*|VFVO.*"))
                .map(f -> new Sample(f, TelegramReader.read(Samples.bytes(f)), Raw.of(f)))
                .filter(s -> body.isInstance(s.telegram().body()))
                .toList();
    }

    @Test
    void everyWarningIsTheTelegrams() {
        int compared = 0;
        for (Sample sample : samples(Warnings.class)) {
            List<String> expected = new ArrayList<>();
            for (Raw warning : sample.raw().all("Body/Warning")) {
                for (Raw item : warning.all("Item")) {
                    for (Raw kind : item.all("Kind")) {
                        expected.add(rawWarning(warning, item, kind));
                    }
                }
            }
            List<String> facts = ((Warnings) sample.telegram().body())
                    .areas().stream()
                            .flatMap(a -> a.warnings().stream().map(w -> warning(a, w)))
                            .toList();
            assertThat(facts).as(sample.file().toString()).isEqualTo(expected);
            compared += facts.size();
        }
        assertThat(compared).isGreaterThan(1_700);
    }

    private static String warning(AreaWarnings a, Warning w) {
        return String.join(
                " ",
                a.area().type().name(),
                a.area().code(),
                a.area().name(),
                a.extent(),
                w.kind().code(),
                w.kind().name(),
                w.kind().condition(),
                w.status(),
                w.last() == null ? "" : w.last().code(),
                w.notes().toString());
    }

    private static String rawWarning(Raw warning, Raw item, Raw kind) {
        String type = warning.attribute("type");
        AreaType expected = item.all("Area").getFirst().attribute("codeType").equals("高潮予報区間")
                ? AreaType.STORM_SURGE_SECTION
                : Map.of(
                                "府県予報区等", AreaType.FORECAST_PREFECTURE,
                                "発表細分", AreaType.FORECAST_PREFECTURE,
                                "一次細分区域等", AreaType.FORECAST_REGION,
                                "市町村等をまとめた地域等", AreaType.FORECAST_GROUP,
                                "市町村等", AreaType.MUNICIPALITY,
                                "", AreaType.MUNICIPALITY)
                        .get(type.contains("（") ? type.substring(type.indexOf('（') + 1, type.length() - 1) : "");
        return String.join(
                " ",
                String.valueOf(expected),
                item.text("Area/Code"),
                item.text("Area/Name"),
                item.text("FullStatus"),
                kind.text("Code"),
                kind.text("Name"),
                kind.text("Condition"),
                kind.text("Status"),
                kind.text("LastKind/Code"),
                Stream.of("Attention/Note", "Addition/Note")
                        .flatMap(p -> kind.all(p).stream())
                        .map(Raw::text)
                        .toList()
                        .toString());
    }

    @Test
    void theHeadlinesKindsAreThoseInForce() {
        int compared = 0;
        for (Sample sample : samples(Warnings.class)) {
            Warnings warnings = (Warnings) sample.telegram().body();
            Map<String, TreeSet<String>> body = new TreeMap<>();
            warnings.areas().forEach(a -> a.inForce().forEach(w -> body.computeIfAbsent(
                            a.area().type() + a.area().code(), k -> new TreeSet<>())
                    .add(w.kind().code())));
            for (HeadlineItem item : sample.telegram().head().headline().items()) {
                TreeSet<String> said = item.kinds().stream()
                        .filter(k -> !k.name().contains("解除"))
                        .map(Kind::code)
                        .collect(Collectors.toCollection(TreeSet::new));
                for (Area area : item.areas()) {
                    // 19_01_01 writes 清瀬市 as 1322100 in the headline and as 132100 in the body.
                    boolean misprint = area.name().equals("清瀬市")
                            && sample.file().toString().contains("19_01_01");
                    if (area.type() != AreaType.OTHER && !said.isEmpty() && !misprint) {
                        assertThat(body.get(area.type() + area.code()))
                                .as(sample.file() + " " + area)
                                .isEqualTo(said);
                        compared++;
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(800);
    }

    @Test
    void theTableAgreesWithTheNames() {
        Pattern level = Pattern.compile("レベル([１-５])");
        for (Sample sample : samples(Warnings.class)) {
            for (AreaWarnings area : ((Warnings) sample.telegram().body()).areas()) {
                for (Warning w : area.warnings()) {
                    String kind = sample.telegram().kind();
                    assertThat(w.kind().code().isEmpty() || SeverityTable.knows(kind, w.kind()))
                            .as(kind + " " + w.kind())
                            .isTrue();
                    assertThat(SeverityTable.find(kind, w.kind()).name())
                            .isEqualTo(w.kind().name());
                    Matcher named = level.matcher(w.kind().name());
                    if (named.find()) {
                        assertThat(w.alertLevel()).isEqualTo(named.group(1).charAt(0) - '０');
                    }
                    if (w.kind().name().matches(".*(警報|注意報)")) {
                        assertThat(w.severity())
                                .isEqualTo(SeverityTable.byName(w.kind().name()).severity());
                    }
                }
            }
        }
    }

    @Test
    void everyFloodIsTheTelegrams() {
        List<Sample> samples = samples(RiverFlood.class);
        assertThat(samples).hasSize(5);
        for (Sample sample : samples) {
            RiverFlood flood = (RiverFlood) sample.telegram().body();
            assertThat(flood.messages().stream()
                            .map(m -> m.text() + m.rivers().size() + m.gauges().size()))
                    .containsExactlyElementsOf(sample.raw().all("Body/Warning/Item").stream()
                            .filter(i -> i.text("Kind/Property/Type").equals("主文"))
                            .map(i -> i.text("Kind/Property/Text")
                                    + i.all("Areas/Area").size()
                                    + i.all("Stations/Station").size())
                            .toList());
            assertThat(flood.floodedAreas().stream()
                            .map(a -> a.gauge().name()
                                    + a.municipality().name()
                                    + a.districts().size()))
                    .containsExactlyElementsOf(sample.raw().all("Body/Warning/Item/Areas/Area").stream()
                            .filter(a -> !a.text("City").isEmpty())
                            .map(a -> a.text("Name")
                                    + a.text("City")
                                    + (a.text("SubCityList").equals("-")
                                            ? 0
                                            : a.text("SubCityList").split(" ").length))
                            .toList());
            assertThat(flood.alertLevel()).isEqualTo(flood.kind().code().charAt(0) - '0');
            assertThat(sample.telegram().head().headline().text())
                    .contains("警戒レベル" + Wide.digits(Integer.toString(flood.alertLevel())));
        }
    }

    @Test
    void everyVolcanicAlertIsTheTelegrams() {
        int compared = 0;
        for (Sample sample : samples(Volcano.class)) {
            Volcano volcano = (Volcano) sample.telegram().body();
            List<String> expected = sample.raw().all("Body/VolcanoInfo/Item").stream()
                    .map(i -> i.text("Kind/Code") + i.text("Kind/Condition") + "<" + i.text("LastKind/Code")
                            + i.all("Areas/Area").stream()
                                    .map(a -> a.text("Code"))
                                    .toList())
                    .toList();
            List<String> facts = Stream.of(volcano.volcanoes(), volcano.municipalities(), volcano.responses())
                    .flatMap(List::stream)
                    .map(a -> a.kind().code() + a.kind().condition() + "<"
                            + (a.last() == null ? "" : a.last().code())
                            + a.areas().stream().map(Area::code).toList())
                    .toList();
            assertThat(facts).as(sample.file().toString()).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(volcano.ash()).hasSameSizeAs(sample.raw().all("Body/AshInfos/AshInfo/Item"));
            volcano.volcanoes().stream()
                    .filter(a -> a.kind().name().startsWith("レベル"))
                    .forEach(a -> assertThat(a.kind().name())
                            .startsWith("レベル" + Wide.digits(Integer.toString(a.volcanicLevel()))));
            List<String> times =
                    sample.raw().deep("EventDateTime").stream().map(Raw::text).toList();
            assertThat(QuakeComparison.iso(volcano.eventTime())).isEqualTo(times.isEmpty() ? "" : times.getFirst());
            assertThat(volcano.texts().prevention())
                    .isEqualTo(sample.raw().text("Body/VolcanoInfoContent/VolcanoPrevention"));
            compared += facts.size();
        }
        assertThat(compared).isGreaterThan(25);
    }

    @Test
    void everyHeadIsTheTelegrams() {
        for (Path file : Samples.telegrams()) {
            Head head = TelegramReader.read(Samples.bytes(file)).head();
            Raw raw = Raw.of(file).all("Head").getFirst();
            assertThat(head.title()).isEqualTo(raw.text("Title"));
            assertThat(head.reportDateTime().toString())
                    .isEqualTo(OffsetDateTime.parse(raw.text("ReportDateTime"))
                            .toInstant()
                            .toString());
            assertThat(String.join(" ", head.eventIds()))
                    .isEqualTo(raw.text("EventID").replaceAll("\\s+", " "));
            assertThat(head.infoType().label()).isEqualTo(raw.text("InfoType"));
            assertThat(head.serial()).isEqualTo(raw.text("Serial"));
            assertThat(head.headline().text()).isEqualTo(raw.text("Headline/Text"));
            assertThat(head.headline().items().stream()
                            .flatMap(i -> i.areas().stream())
                            .map(Area::code))
                    .containsExactlyElementsOf(raw.all("Headline/Information/Item/Areas/Area").stream()
                            .map(a -> a.text("Code"))
                            .toList());
        }
    }
}
