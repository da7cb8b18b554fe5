package noroshi.standards.jma;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AreaCodesTest {
    private static Area area(AreaType type, String code) {
        return new Area(type, code, "どこか");
    }

    private static Area city(String code) {
        return area(AreaType.MUNICIPALITY, code);
    }

    @Test
    void aMunicipalitysCodeGetsItsCheckDigit() {
        assertThat(AreaCodes.government(city("0420200"))).isEqualTo("042021");
        assertThat(AreaCodes.government(city("0460600"))).isEqualTo("046060");
        assertThat(AreaCodes.government(city("1310100")))
                .as("千代田区 is its own government")
                .isEqualTo("131016");
        assertThat(AreaCodes.government(city("0110000"))).isEqualTo("011002");
        assertThat(AreaCodes.isValid("042021")).isTrue();
        assertThat(AreaCodes.isValid("042022")).isFalse();
    }

    @Test
    void wardsBelongToTheirCity() {
        for (String ward :
                List.of("0410000", "0410001", "0410002", "0410100", "0410200", "0410300", "0410400", "0410500")) {
            assertThat(AreaCodes.government(city(ward))).as(ward).isEqualTo("041009");
        }
        assertThat(AreaCodes.government(city("1413100"))).as("川崎区").isEqualTo("141305");
        assertThat(AreaCodes.government(city("1411800"))).as("横浜市都筑区").isEqualTo("141003");
        assertThat(AreaCodes.government(city("4013200"))).as("福岡市博多区").isEqualTo("401307");
        assertThat(AreaCodes.government(city("4010900"))).as("北九州市八幡西区").isEqualTo("401005");
    }

    @Test
    void partsOfAMunicipalityBelongToIt() {
        assertThat(AreaCodes.government(city("0421301")))
                .isEqualTo(AreaCodes.government(city("0421302")))
                .isEqualTo("042137");
        assertThat(AreaCodes.government(city("0421501"))).isEqualTo("042153");
        assertThat(AreaCodes.government(city("0442102"))).isEqualTo("044211");
    }

    @Test
    void formerMunicipalitiesAreWhatTheyBecame() {
        assertThat(AreaCodes.government(city("0442300"))).as("富谷町").isEqualTo("042161");
        assertThat(AreaCodes.government(city("0460300"))).as("本吉町").isEqualTo("042056");
    }

    @Test
    void codesThatAreNoneGiveNoGovernment() {
        for (String code : List.of("", "04202", "4999900", "0599900", "0000000", "○○市", "042020A", "0001000")) {
            assertThat(AreaCodes.government(city(code))).as(code).isNull();
        }
        assertThat(AreaCodes.municipalities(area(AreaType.SEISMIC_REGION, "999")))
                .isEmpty();
        assertThat(AreaCodes.government(area(AreaType.FORECAST_PREFECTURE, "016010")))
                .isNull();
    }

    @Test
    void aPrefectureIsAGovernmentAndHasMunicipalities() {
        Area miyagi = area(AreaType.FORECAST_PREFECTURE, "040000");
        assertThat(AreaCodes.government(miyagi)).isEqualTo("040002");
        assertThat(AreaCodes.municipalities(miyagi)).hasSize(35);
        assertThat(AreaCodes.government(area(AreaType.SEISMIC_PREFECTURE, "04")))
                .isEqualTo("040002");
        assertThat(AreaCodes.touches(miyagi, "042021")).isTrue();
        assertThat(AreaCodes.touches(miyagi, "040002")).isTrue();
        assertThat(AreaCodes.touches(area(AreaType.FORECAST_PREFECTURE, "070000"), "040002"))
                .isFalse();
    }

    @Test
    void theSameCodeMeansAnotherPlaceUnderAnotherType() {
        assertThat(AreaCodes.municipalities(area(AreaType.TSUNAMI_AREA, "220")))
                .hasSize(15)
                .contains("042021", "046060");
        assertThat(AreaCodes.municipalities(area(AreaType.SEISMIC_REGION, "220")))
                .hasSize(9)
                .contains("042137");
        assertThat(AreaCodes.touches(area(AreaType.TSUNAMI_AREA, "220"), "042137"))
                .as("栗原市 has no coast")
                .isFalse();
        assertThat(AreaCodes.touches(area(AreaType.TSUNAMI_AREA, "220"), "040002"))
                .isTrue();
        assertThat(AreaCodes.municipalities(area(AreaType.VOLCANO, "212"))).contains("043010");
    }

    @Test
    void theThreeSeismicRegionsAndTheTwoForecastRegionsCoverThePrefecture() {
        Set<String> all = AreaCodes.municipalities(area(AreaType.FORECAST_PREFECTURE, "040000"));
        assertThat(union(AreaType.SEISMIC_REGION, "220", "221", "222")).isEqualTo(all);
        assertThat(union(AreaType.FORECAST_REGION, "040010", "040020")).isEqualTo(all);
        assertThat(union(
                        AreaType.FORECAST_GROUP,
                        "040011",
                        "040012",
                        "040013",
                        "040014",
                        "040015",
                        "040016",
                        "040021",
                        "040022",
                        "040023",
                        "040024"))
                .isEqualTo(all);
    }

    private static Set<String> union(AreaType type, String... codes) {
        Set<String> union = new TreeSet<>();
        List.of(codes).forEach(code -> union.addAll(AreaCodes.municipalities(area(type, code))));
        return union;
    }

    @Test
    void everyRowOfTheTableIsAValidCode() {
        for (List<String> row : Table.rows("areas.tsv", 4)) {
            assertThat(row.get(3).split(" ")).as(row.get(2)).allMatch(AreaCodes::isValid);
        }
    }

    @Test
    void theTableAgreesWithThePublishedCodesOfMiyagi() throws Exception {
        String json = Files.readString(Samples.folder("outward/admin").resolve("code-to-city-04.json"));
        Matcher codes = Pattern.compile("\"code\": \"(04\\d{4})\"").matcher(json);
        Set<String> published = new TreeSet<>();
        while (codes.find()) {
            assertThat(AreaCodes.isValid(codes.group(1))).as(codes.group(1)).isTrue();
            published.add(codes.group(1));
        }
        assertThat(published).hasSize(41);
        published.removeIf(code -> code.equals("040002") || (code.startsWith("041") && !code.equals("041009")));
        assertThat(AreaCodes.municipalities(area(AreaType.FORECAST_PREFECTURE, "040000")))
                .isEqualTo(published);
    }

    @Test
    void theTableAgreesWithJmasCodeTable() throws Exception {
        List<String[]> rows = Files.readAllLines(
                        Samples.folder("outward/jma/codes").resolve("jmacode.csv"), StandardCharsets.UTF_8)
                .stream()
                .map(line -> line.split(","))
                .filter(row -> row.length > 9 && row[9].equals("040000"))
                .toList();
        assertThat(rows).hasSize(39);
        for (String[] row : rows) {
            String government = Objects.requireNonNull(AreaCodes.government(city(row[0])));
            assertThat(AreaCodes.touches(area(AreaType.FORECAST_GROUP, row[3]), government))
                    .as(row[1])
                    .isTrue();
            assertThat(AreaCodes.touches(area(AreaType.FORECAST_REGION, row[6]), government))
                    .as(row[1])
                    .isTrue();
        }
        for (String group : rows.stream().map(row -> row[3]).collect(Collectors.toSet())) {
            assertThat(AreaCodes.municipalities(area(AreaType.FORECAST_GROUP, group)))
                    .isEqualTo(rows.stream()
                            .filter(row -> row[3].equals(group))
                            .map(row -> AreaCodes.government(city(row[0])))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    void everyMunicipalityInMiyagisTelegramsLiesInItsRegion() {
        for (var file : Samples.telegrams()) {
            if (!(TelegramReader.read(Samples.bytes(file)).body() instanceof Earthquake earthquake)) {
                continue;
            }
            for (ObservedIntensity region : earthquake.regions()) {
                for (ObservedIntensity municipality : region.parts()) {
                    if (region.area().name().startsWith("宮城県")) {
                        assertThat(AreaCodes.municipalities(region.area()))
                                .contains(AreaCodes.government(municipality.area()));
                    }
                }
            }
        }
    }
}
