package noroshi.standards.jma;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeverityTableTest {
    private static final List<List<String>> ROWS = Table.rows("severities.tsv", 5);

    @Test
    void everyRowOfTheSchemeOf2026BearsTheLevelOfItsName() {
        List<List<String>> leveled =
                ROWS.stream().filter(row -> row.get(2).contains("レベル")).toList();
        assertThat(leveled).hasSizeGreaterThan(15);
        for (List<String> row : leveled) {
            assertThat(SeverityTable.byName(row.get(2)).level())
                    .as(row.toString())
                    .isEqualTo(Integer.parseInt(row.get(4)));
        }
    }

    @Test
    void everyWarningBearsTheGradeThatItsNameEndsIn() {
        for (List<String> row : ROWS) {
            if (row.get(0).startsWith("VPWW")) {
                assertThat(SeverityTable.byName(row.get(2)).severity())
                        .as(row.toString())
                        .hasToString(row.get(3));
            }
        }
    }

    @Test
    void theSameCodeMayBearAnotherLevelInAnotherScheme() {
        Kind surge = new Kind("08", "高潮警報");
        assertThat(SeverityTable.find("VPWW54", surge).level()).isEqualTo(4);
        assertThat(SeverityTable.find("VPWW57", surge).level()).isEqualTo(3);
    }

    @Test
    void aCodeThatTheTableLacksIsGradedByItsName() {
        assertThat(SeverityTable.find("VXKOii", new Kind("99", "レベル５氾濫特別警報")))
                .isEqualTo(new SeverityTable.Row("レベル５氾濫特別警報", Severity.EMERGENCY, 5));
        assertThat(SeverityTable.find("VPWW61", new Kind("98", "新しい注意報")).severity())
                .isEqualTo(Severity.ADVISORY);
        assertThat(SeverityTable.find("VPWW61", new Kind("", "")).severity()).isEqualTo(Severity.NONE);
    }

    @Test
    void noKindAndCodeHasTwoRows() {
        Set<String> seen = new HashSet<>();
        for (List<String> row : ROWS) {
            for (String kind : row.get(0).split(",", -1)) {
                assertThat(seen.add(kind + row.get(1))).as(row.toString()).isTrue();
            }
        }
    }
}
