package noroshi.planning.network.lan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import noroshi.planning.input.Faults;
import noroshi.planning.input.Field;
import noroshi.planning.network.lan.Separation.Finding;
import noroshi.planning.search.Effort;
import org.junit.jupiter.api.Test;

class LanTest {

    private static final String SEGMENTS = """
            {"id":"my","zone":"my-number"},{"id":"term","zone":"lgwan","use":"terminals"},{"id":"biz","zone":"lgwan","use":"business"},
            {"id":"web","zone":"internet"},{"id":"world","zone":"outside"}""";
    private static final String FLOWS = """
            {"from":"term","to":"biz","back":true},{"from":"biz","to":"my","safeguards":["specific"],"back":true},
            {"from":"web","to":"term","safeguards":["sanitised"]},{"from":"web","to":"world","safeguards":["security-cloud"],"back":true}""";

    @Test
    void aLanThatKeepsTheRulesIsProven() {
        assertThat(broken("alpha", SEGMENTS, FLOWS)).isEmpty();
    }

    @Test
    void aWayAroundIsShownHopByHop() {
        var findings = Separation.check(lan(
                "alpha",
                SEGMENTS + ",{\"id\":\"camera\",\"zone\":\"other\"}",
                FLOWS + ",{\"from\":\"world\",\"to\":\"camera\"},{\"from\":\"camera\",\"to\":\"biz\"}"));

        var broken = findings.stream()
                .filter(finding -> finding.rule().id().equals("C3"))
                .findFirst()
                .orElseThrow();
        assertThat(broken).isInstanceOf(Finding.Broken.class);
        assertThat(((Finding.Broken) broken).path())
                .extracting(flow -> flow.from().id() + ">" + flow.to().id())
                .last()
                .isEqualTo("camera>biz");
    }

    @Test
    void eachModelSaysWhereTerminalsMayBe() {
        assertThat(broken("alpha", SEGMENTS + ",{\"id\":\"t2\",\"zone\":\"internet\",\"use\":\"terminals\"}", FLOWS))
                .containsExactly("A1");
        assertThat(broken("beta", SEGMENTS, FLOWS)).containsExactly("B3");
        assertThat(broken("beta-prime", SEGMENTS, FLOWS)).containsExactly("P2");
        assertThat(broken("none", SEGMENTS, FLOWS)).isEmpty();
    }

    @Test
    void betaWatchesTerminalsAndShowsOnlyPictures() {
        var segments = """
                {"id":"term","zone":"internet","use":"terminals"},{"id":"biz","zone":"lgwan","use":"business"},{"id":"world","zone":"outside"}""";
        var unwatched = """
                {"from":"world","to":"term","safeguards":["security-cloud"]},{"from":"term","to":"biz","safeguards":["sanitised"]}""";
        var right = """
                {"from":"world","to":"term","safeguards":["security-cloud","endpoint-watch"]},{"from":"term","to":"biz","safeguards":["screen"]}""";

        assertThat(broken("beta", segments, unwatched)).containsExactly("B1", "B2");
        assertThat(broken("beta", segments, right)).isEmpty();
    }

    @Test
    void renewalKeepsOrderBudgetOutageAndStandIns() {
        var plan = RenewalPlan.of(lan("none", "", "", """
                        "renewal":{"items":[{"id":"core","yen":50,"outageMinutes":60,"building":"h","weight":5},
                           {"id":"edge","yen":40,"outageMinutes":60,"building":"h","weight":4,"after":["core"]},
                           {"id":"twin","yen":10,"weight":3,"apart":["core"]},{"id":"wifi","yen":5,"outageMinutes":70,"building":"h","weight":1},
                           {"id":"dear","yen":500}],
                         "windows":[{"id":"w1","year":2026,"minutes":120},{"id":"w2","year":2026,"minutes":120},{"id":"w3","year":2027,"minutes":120}],
                         "budgets":[{"year":2026,"yen":70},{"year":2027,"yen":60}]}""").renewal(), Effort.whatItTakes());

        var windows = plan.placed().entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().id(), entry -> entry.getValue().id()));
        assertThat(windows)
                .containsEntry("core", "w1")
                .containsEntry("twin", "w2")
                .containsEntry("edge", "w3")
                .containsEntry("wifi", "w2");
        assertThat(plan.unplaced()).extracting(Renewal.Item::id).containsExactly("dear");
        assertThat(plan.proven()).isTrue();
        assertThat(plan.lateness()).isEqualTo(4 * 2 + 3 + 1 + 3);
        assertThat(plan.yenByYear()).containsEntry(2026, 65L).containsEntry(2027, 40L);
    }

    private static List<String> broken(String model, String segments, String flows) {
        return Separation.check(lan(model, segments, flows)).stream()
                .filter(Finding.Broken.class::isInstance)
                .map(finding -> finding.rule().id())
                .toList();
    }

    private static Lan lan(String model, String segments, String flows) {
        return lan(model, segments, flows, "\"comment\":\"\"");
    }

    private static Lan lan(String model, String segments, String flows, String more) {
        var faults = new Faults();
        var lan = new LanReader(
                        Field.read(
                                "{\"model\":\"%s\",\"segments\":[%s],\"flows\":[%s],%s}"
                                        .formatted(model, segments, flows, more),
                                faults),
                        java.util.Set.of("h"))
                .read();
        faults.throwIfAny();
        return lan;
    }
}
