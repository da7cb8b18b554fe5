package noroshi.planning.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import noroshi.planning.network.failure.Aftermath;
import noroshi.planning.network.failure.Service;
import noroshi.planning.network.report.CutMap;
import noroshi.planning.network.report.Findings;
import noroshi.planning.network.report.JsonReport;
import noroshi.planning.network.report.TextReport;
import noroshi.planning.search.Effort;
import org.junit.jupiter.api.Test;

/** The example in the documentation: nothing of what 2011 did is written into it, all of it follows. */
class MiyagiNetworkTest {

    private final Network miyagi = NetworkFile.read(example());

    MiyagiNetworkTest() throws IOException {}

    private static Path example() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            var file = folder.resolve("docs/planning/examples/miyagi-network.json");
            if (Files.exists(file)) return file;
        }
        throw new IllegalStateException("docs/planning/examples/miyagi-network.json is not above this folder");
    }

    @Test
    void itHoldsThirtySixGovernmentsAndNineOfficeBuildings() {
        // 35 municipalities and eight joint offices must reach the prefecture's hall, or the data centre outside.
        assertThat(miyagi.offices()).hasSize(43);
        assertThat(miyagi.offices())
                .filteredOn(node -> node.id().endsWith("-go"))
                .hasSize(8);
        assertThat(miyagi.centres()).hasSize(2);
        assertThat(miyagi.hazards()).allMatch(hazard -> !hazard.source().isEmpty());
    }

    @Test
    void theTsunamiDestroysWhatStoodLowAtTheSea() {
        var found = aftermath("tsunami-2011");

        assertThat(at(found, 0, Service.LOST))
                .containsExactlyInAnyOrder("石巻合同庁舎", "気仙沼合同庁舎", "南三陸合同庁舎", "女川町役場", "南三陸町役場");
        assertThat(at(found, 0, Service.CUT_OFF)).contains("石巻市役所");
        assertThat(at(found, 0, Service.ON_ITS_OWN_POWER)).contains("仙台市役所", "気仙沼市役所");
        assertThat(at(found, 48, Service.DARK)).hasSizeGreaterThan(20);
    }

    @Test
    void shakingAloneDestroysNothing() {
        var found = aftermath("shaking-only");

        assertThat(found.broken()).isEmpty();
        assertThat(at(found, 0, Service.LOST)).isEmpty();
        assertThat(at(found, 100, Service.SERVED)).hasSize(43);
    }

    @Test
    void everythingIsReported() {
        var effort = Effort.of(Duration.ZERO);
        var findings = Findings.of(miyagi, miyagi.scenarios(), 1, effort);

        assertThat(TextReport.of(findings)).contains("■ 被害想定: 2011年3月11日", "機器損壊: 女川町役場", "反例", "次の投資");
        assertThat(JsonReport.of(findings)).contains("\"bridges\"", "\"counterExample\"", "\"spans\"");
        assertThat(CutMap.svg(miyagi, findings.aftermaths().getFirst(), 0))
                .startsWith("<svg")
                .contains("女川町役場", "浸水域");
    }

    private Aftermath aftermath(String id) {
        return Aftermath.of(
                miyagi,
                miyagi.scenarios().stream()
                        .filter(scenario -> scenario.id().equals(id))
                        .findFirst()
                        .orElseThrow());
    }

    private static List<String> at(Aftermath aftermath, double hour, Service service) {
        return aftermath.offices().stream()
                .filter(course -> course.at(hour) == service)
                .map(course -> course.office().name())
                .toList();
    }
}
