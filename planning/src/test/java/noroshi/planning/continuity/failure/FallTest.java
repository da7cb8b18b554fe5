package noroshi.planning.continuity.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import noroshi.planning.continuity.failure.Outage.Span;
import org.junit.jupiter.api.Test;

class FallTest {

    private static Fall fall(String scenario, String parts) {
        var model = Town.with(parts + ",\"scenarios\":[{\"id\":\"s\",\"name\":\"s\"" + scenario + "}]");
        return new Fall(model, Town.scenario(model));
    }

    private record Seen(Map<String, Outage> outages) {
        Outage get(String part) {
            return Objects.requireNonNull(outages.get(part));
        }
    }

    private static Seen outages(String scenario, String parts) {
        return new Seen(fall(scenario, parts).outages(Repairs.AT_ONCE));
    }

    private static final String POWERED = """
            "fuels":[{"id":"fuel","name":"燃料","building":"low","repair":"work"}],
            "powers":[{"id":"grid","name":"商用","source":"grid","building":"hill"},
                      {"id":"generator","name":"発電機","source":"generator","hours":24,"fuel":"fuel","building":"hill"}],
            "servers":[{"id":"server","name":"機器","building":"hill","restart_hours":1,
                        "needs_some_of":[{"at_least":1,"of":["grid","generator"]}]}],
            "systems":[{"id":"system","name":"システム","servers":["server"],"restart_hours":2}],
            "services":[{"id":"service","name":"業務","needs":["system"]}]""";

    @Test
    void theGeneratorBridgesAShortCut() {
        assertThat(outages(",\"power_cut_hours\":24", POWERED).get("service")).isEqualTo(Outage.NONE);
    }

    @Test
    void aLongCutOutlastsTheGeneratorAndRestartsTakeTheirTime() {
        var outages = outages(",\"power_cut_hours\":30", POWERED);

        assertThat(outages.get("grid").spans()).containsExactly(new Span(0, 30));
        assertThat(outages.get("generator").spans()).containsExactly(new Span(24, 30));
        assertThat(outages.get("server").spans()).containsExactly(new Span(24, 31));
        assertThat(outages.get("service").spans()).containsExactly(new Span(24, 33));
    }

    @Test
    void withoutFuelTheGeneratorIsOutAtOnce() {
        var outages = outages(",\"power_cut_hours\":30,\"floods\":[{\"zone\":\"valley\",\"height_m\":4}]", POWERED);

        assertThat(outages.get("generator").spans()).containsExactly(new Span(0, 34));
        assertThat(outages.get("server").spans()).containsExactly(new Span(0, 31));
    }

    @Test
    void aBatteryLastsAsLongAsItSays() {
        assertThat(outages(",\"power_cut_hours\":9", """
                "powers":[{"id":"battery","name":"蓄電池","source":"battery","hours":8,"building":"hill"}]""").get("battery").spans())
                .containsExactly(new Span(8, 9));
    }

    @Test
    void aPowerCarWorksOnceItIsSetUp() {
        assertThat(outages(",\"power_cut_hours\":9", """
                "powers":[{"id":"car","name":"電源車","source":"mobile","building":"hill","repair":"work"}]""").get("car").spans()).containsExactly(new Span(0, 10));
    }

    private static final String FLOODED = """
            "servers":[{"id":"server","name":"機器","building":"low","repair":"work"}],
            "data":[{"id":"kept","name":"控えあり","server":"server","repair":"work","backups":[{"id":"b","building":"hill","every_hours":24}]},
                    {"id":"lost","name":"控えなし","server":"server","repair":"work"},
                    {"id":"rebuilt","name":"再入力","server":"server","rebuild_hours":100}],
            "systems":[{"id":"s1","name":"1","servers":["server"],"data":["kept"]},{"id":"s2","name":"2","data":["lost"]},
                       {"id":"s3","name":"3","data":["rebuilt"]}],
            "services":[{"id":"v","name":"業務","needs_some_of":[{"at_least":2,"of":["s1","s2","s3"]}]}]""";
    private static final String FLOOD = ",\"floods\":[{\"zone\":\"valley\",\"height_m\":4}]";

    @Test
    void repairsWaitForTheBuildingTheRoadAndTheMachine() {
        var outages = outages(FLOOD + ",\"roads\":[{\"buildings\":[\"low\"],\"open_after_hours\":50}]", FLOODED);

        assertThat(outages.get("low").to()).isEqualTo(74);
        assertThat(outages.get("server").to()).isEqualTo(84);
        assertThat(outages.get("kept").to()).isEqualTo(94);
        assertThat(outages.get("rebuilt").to()).isEqualTo(184);
        assertThat(outages.get("lost").to()).isEqualTo(Outage.NEVER);
        assertThat(outages.get("s2").to()).isEqualTo(Outage.NEVER);
        assertThat(outages.get("v").to()).isEqualTo(184);
    }

    @Test
    void aRepairThatNobodyKnowsNeverEnds() {
        assertThat(outages(",\"fails\":[\"m\"]", "\"servers\":[{\"id\":\"m\",\"name\":\"m\",\"building\":\"hill\"}]")
                        .get("m")
                        .to())
                .isEqualTo(Outage.NEVER);
    }

    @Test
    void whatWaitsForWhatNeverComesBackIsNotRepaired() {
        var fall = fall(",\"fails\":[\"m\",\"n\"]", """
                "servers":[{"id":"m","name":"m","building":"hill"},{"id":"n","name":"n","on":"m","repair":"work"}]""");

        var outages = new Seen(fall.outages((part, from, hours) -> {
            assertThat(from).isFinite();
            return from + hours;
        }));
        assertThat(outages.get("n").to()).isEqualTo(Outage.NEVER);
    }

    @Test
    void whoeverSchedulesRepairsDecidesWhenTheyEnd() {
        var outages = new Seen(fall(FLOOD, FLOODED).outages((part, from, hours) -> from + hours + 5));

        assertThat(outages.get("server").to()).isEqualTo(24 + 5 + 10 + 5);
    }

    @Test
    void dataLossRollsUpOverNeeds() {
        var losses = fall(FLOOD, FLOODED).losses();

        assertThat(losses.hours("kept")).isEqualTo(24);
        assertThat(losses.hours("lost")).isEqualTo(Outage.NEVER);
        assertThat(losses.hours("s1")).isEqualTo(24);
        assertThat(losses.hours("server")).isEqualTo(0);
        assertThat(losses.isLost("rebuilt")).isTrue();
        assertThat(losses.isLost("kept")).isFalse();
        assertThat(losses.hours("v")).isEqualTo(Outage.NEVER);
        assertThat(fall("", FLOODED).losses().hours("v")).isEqualTo(0);
    }

    @Test
    void ofCopiesTheNewestUsableOneCounts() {
        var losses = fall(FLOOD, """
                "servers":[{"id":"server","name":"機器","building":"low"}],
                "data":[{"id":"d","name":"d","server":"server","backups":[
                  {"id":"wet","building":"low","every_hours":1},
                  {"id":"keyless","building":"hill","every_hours":2,"key":{"building":"hall","height_m":1}},
                  {"id":"good","building":"hill","every_hours":48,"key":{"building":"hall","height_m":3}},
                  {"id":"older","building":"hill","every_hours":96}]}]""").losses();

        assertThat(losses.hours("d")).isEqualTo(48);
    }

    @Test
    void withTwoOfThreeTheSecondBestDataCount() {
        var losses = fall(FLOOD, """
                "servers":[{"id":"server","name":"機器","building":"low"}],
                "data":[{"id":"d1","name":"d","server":"server","backups":[{"id":"b1","building":"hill","every_hours":1}]},
                        {"id":"d2","name":"d","server":"server","backups":[{"id":"b2","building":"hill","every_hours":7}]},
                        {"id":"d3","name":"d","server":"server","backups":[{"id":"b3","building":"hill","every_hours":30}]}],
                "systems":[{"id":"s","name":"s","needs_some_of":[{"at_least":2,"of":["d3","d1","d2"]}]}]""").losses();

        assertThat(losses.hours("s")).isEqualTo(7);
    }

    @Test
    void peopleStopWithTheirBuilding() {
        var outages = outages(FLOOD, "\"people\":[{\"id\":\"p\",\"name\":\"職員\",\"building\":\"low\"}]");

        assertThat(outages.get("p").spans()).containsExactly(new Span(0, 24));
    }
}
