package noroshi.planning.continuity.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import noroshi.planning.continuity.Place;
import org.junit.jupiter.api.Test;

class StrikeTest {

    private static Map<String, Cause> hits(String scenario, String parts) {
        var model = Town.with(parts + ",\"scenarios\":[{\"id\":\"s\",\"name\":\"s\"" + scenario + "}]");
        return new Strike(model, Town.scenario(model)).hits();
    }

    private static final String SERVERS = """
            "servers":[{"id":"down","name":"1階","building":"hall","height_m":1},
                       {"id":"edge","name":"水面","building":"hall","height_m":2},
                       {"id":"up","name":"3階","building":"hall","height_m":8,"withstands_intensity":6},
                       {"id":"dry","name":"高台","building":"hill"}]""";

    @Test
    void waterReachesWhatStandsLowerInsideTheArea() {
        assertThat(hits(",\"floods\":[{\"zone\":\"valley\",\"height_m\":4}]", SERVERS))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "hall", new Cause.Water("valley", 1.5),
                        "low", new Cause.Water("valley", 1.5),
                        "down", new Cause.Water("valley", 1)));
    }

    @Test
    void aZoneIsFloodedToItsOwnHeightUnlessToldOtherwise() {
        assertThat(hits(",\"floods\":[{\"zone\":\"valley\"}]", SERVERS).get("edge"))
                .isEqualTo(new Cause.Water("valley", 2));
    }

    @Test
    void theDeepestWaterCounts() {
        assertThat(hits(",\"floods\":[{\"zone\":\"pond\"},{\"zone\":\"valley\"}]", SERVERS)
                        .get("low"))
                .isEqualTo(new Cause.Water("pond", 6.5));
        assertThat(hits(",\"floods\":[{\"zone\":\"valley\"},{\"zone\":\"pond\"}]", SERVERS)
                        .get("low"))
                .isEqualTo(new Cause.Water("pond", 6.5));
    }

    @Test
    void aBuildingWashedAwayTakesEverythingWithIt() {
        var hits = hits(",\"floods\":[{\"zone\":\"valley\",\"height_m\":7}]", SERVERS);

        assertThat(hits.get("up")).isEqualTo(new Cause.BuildingLost("hall"));
        assertThat(hits.get("hall")).isEqualTo(new Cause.Water("valley", 5));
        assertThat(hits).doesNotContainKey("dry");
        assertThat(hits(",\"floods\":[{\"zone\":\"valley\",\"height_m\":6.9}]", SERVERS))
                .doesNotContainKey("up");
    }

    @Test
    void shakingBreaksWhatCannotTakeIt() {
        assertThat(hits(",\"intensity\":6", SERVERS)).containsExactly(Map.entry("up", new Cause.Shaking(6)));
        assertThat(hits(",\"intensity\":5.9", SERVERS)).isEmpty();
        assertThat(hits(",\"intensities\":[{\"buildings\":[\"hall\"],\"intensity\":6.5}]", SERVERS))
                .containsEntry("hall", new Cause.Shaking(6.5))
                .containsEntry("down", new Cause.BuildingLost("hall"))
                .doesNotContainKey("dry");
    }

    @Test
    void whatTheScenarioNamesFails() {
        assertThat(hits(",\"fails\":[\"dry\"]", SERVERS)).containsExactly(Map.entry("dry", new Cause.Named()));
        assertThat(hits(",\"fails\":[\"hill\"]", SERVERS))
                .containsExactly(
                        Map.entry("hill", new Cause.Named()), Map.entry("dry", new Cause.BuildingLost("hill")));
    }

    @Test
    void aLineIsCutWhereItsLowestBoxIsUnderWater() {
        var lines = """
                "lines":[{"id":"through","name":"谷を通る","path":[[140.9,38.05],[141.2,38.05]],"elevation_m":5},
                         {"id":"above","name":"高架","path":[[140.9,38.05],[141.2,38.05]],"elevation_m":6},
                         {"id":"around","name":"迂回","path":[[140.9,38.05],[140.9,38.3]],"elevation_m":1},
                         {"id":"unknown","name":"不明"}]""";

        assertThat(hits(",\"floods\":[{\"zone\":\"valley\"}]", lines))
                .containsEntry("through", new Cause.Water("valley", 1))
                .doesNotContainKeys("above", "around", "unknown");
    }

    @Test
    void peopleLeaveAndGuestsAndDataFallWithTheirMachine() {
        var hits = hits(",\"floods\":[{\"zone\":\"valley\",\"height_m\":4}]", """
                "servers":[{"id":"machine","name":"機器","building":"low"},{"id":"guest","name":"仮想","on":"machine"}],
                "data":[{"id":"data","name":"データ","server":"guest"}],
                "people":[{"id":"people","name":"職員","building":"low"}]""");

        assertThat(hits).containsKeys("machine", "guest", "data").doesNotContainKey("people");
        assertThat(hits.get("data")).isEqualTo(new Cause.Water("valley", 2));
    }

    @Test
    void aPowerCarIsNotThereYetOnlyWhereThePowerIsCut() {
        var powers = "\"powers\":[{\"id\":\"car\",\"name\":\"電源車\",\"source\":\"mobile\",\"building\":\"hill\"}]";

        assertThat(hits(",\"power_cut_hours\":5", powers)).containsExactly(Map.entry("car", new Cause.NotYetThere()));
        assertThat(hits(",\"power_cut_hours\":5,\"power_cuts\":[{\"buildings\":[\"hill\"],\"hours\":0}]", powers))
                .isEmpty();
    }

    @Test
    void aPlaceIsReachedByWaterOrWithItsBuilding() {
        var model = Town.with(
                "\"scenarios\":[{\"id\":\"s\",\"name\":\"s\",\"floods\":[{\"zone\":\"valley\",\"height_m\":4}],\"fails\":[\"hill\"]}]");
        var strike = new Strike(model, Town.scenario(model));

        assertThat(strike.reaches(new Place("low", 1.9))).isTrue();
        assertThat(strike.reaches(new Place("low", 2))).isFalse();
        assertThat(strike.reaches(new Place("hill", 30))).isTrue();
        assertThat(strike.isLost("hill")).isTrue();
        assertThat(strike.isLost("low")).isFalse();
    }
}
