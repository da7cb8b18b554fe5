package noroshi.planning.continuity.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import noroshi.planning.continuity.Kind;
import noroshi.planning.continuity.Model;
import noroshi.planning.continuity.ModelFile;
import noroshi.planning.continuity.failure.CommonFates;
import noroshi.planning.continuity.recovery.Measures;
import noroshi.planning.search.Effort;
import org.junit.jupiter.api.Test;

class MiyagiTest {

    private static Findings findings(String scenario) throws IOException {
        var model = model();
        return Findings.of(
                model, Objects.requireNonNull(model.scenarios().get(scenario)), 2011, Effort.of(Duration.ZERO));
    }

    private static Model model() throws IOException {
        var file = "docs/planning/examples/miyagi-continuity.json";
        var here = Path.of(file);
        return ModelFile.open(Files.exists(here) ? here : Path.of("..").resolve(file));
    }

    @Test
    void theTsunamiDamagesNineteenSystemsNearlyAllByWater() throws IOException {
        var findings = findings("tsunami-2011");

        assertThat(findings.damaged(Kind.SYSTEM)).hasSize(19);
        assertThat(findings.stopped(Kind.SYSTEM))
                .hasSizeGreaterThan(50)
                .doesNotContainAnyElementsOf(findings.damaged(Kind.SYSTEM));
        assertThat(new TextReport(findings).toString())
                .contains("直接被災した情報システム: 19", "南三陸町 住民記録データ", "使える控えがなく、データを失う", "対策の順位");
        assertThat(new JsonReport(findings).toString()).contains("\"damaged_systems\"", "\"lost_service_hours\"");
        assertThat(new Gantt(findings).toString()).startsWith("<svg").contains("復旧工程");
    }

    @Test
    void theShakingAloneDamagesNearlyNone() throws IOException {
        assertThat(findings("shaking-only").damaged(Kind.SYSTEM)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void theCopyInSendaiRemovesTheFinding() throws IOException {
        var model = model();
        var measure = model.measures().stream()
                .filter(one -> one.id().equals("m-min-backup"))
                .findFirst()
                .orElseThrow();

        assertThat(CommonFates.of(model)).anyMatch(fate -> fate.part().equals("minamisanriku-res-data"));
        assertThat(CommonFates.of(Measures.applied(model, measure)))
                .noneMatch(fate -> fate.part().equals("minamisanriku-res-data"));
    }
}
