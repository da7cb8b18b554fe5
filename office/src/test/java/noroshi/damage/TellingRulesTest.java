package noroshi.damage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TellingRulesTest {

    private static final Instant NOW = Instant.parse("2026-03-11T06:00:00Z");

    private static Told told(
            State state, @Nullable Integer percent, @Nullable LocalDate forecast, @Nullable Integer affected) {
        return new Told(NOW, state, percent, forecast, affected, "管が折れた", "水道部", NOW.plus(Duration.ofHours(3)));
    }

    private static String field(Told told, Kind kind) {
        return TellingRules.broken(told, kind, NOW)
                .map(DamageOutcome.Invalid::field)
                .orElse("");
    }

    @Test
    void anOrdinaryReportBreaksNoRule() {
        assertThat(field(told(State.PARTIAL, 40, LocalDate.of(2026, 3, 20), 1200), Kind.WATER))
                .isEmpty();
        assertThat(field(told(State.RESTORED, 100, null, 0), Kind.WATER)).isEmpty();
        assertThat(field(told(State.RESTORED, null, null, null), Kind.ROAD)).isEmpty();
    }

    @Test
    void aHundredPerCentIsRestoredAndNothingElseIs() {
        assertThat(field(told(State.PARTIAL, 100, null, null), Kind.ROAD)).isEqualTo("percent");
        assertThat(field(told(State.RESTORED, 99, null, null), Kind.ROAD)).isEqualTo("percent");
        assertThat(field(told(State.STOPPED, -1, null, null), Kind.ROAD)).isEqualTo("percent");
        assertThat(field(told(State.STOPPED, 101, null, null), Kind.ROAD)).isEqualTo("percent");
    }

    @Test
    void aForecastLiesAheadAndNeverOfWhatIsRestored() {
        assertThat(field(told(State.STOPPED, 0, LocalDate.of(2026, 3, 10), null), Kind.RAIL))
                .isEqualTo("forecast");
        assertThat(field(told(State.STOPPED, 0, LocalDate.of(2026, 3, 11), null), Kind.RAIL))
                .isEmpty();
        assertThat(field(told(State.STOPPED, 0, LocalDate.of(2226, 3, 11), null), Kind.RAIL))
                .isEqualTo("forecast");
        assertThat(field(told(State.RESTORED, 100, LocalDate.of(2026, 3, 20), null), Kind.RAIL))
                .isEqualTo("forecast");
    }

    @Test
    void theCutOffAreCountedWhereTheyCanBe() {
        assertThat(field(told(State.STOPPED, 0, null, 10), Kind.ROAD)).isEqualTo("affected");
        assertThat(field(told(State.STOPPED, 0, null, -1), Kind.POWER)).isEqualTo("affected");
        assertThat(field(told(State.RESTORED, 100, null, 3), Kind.POWER)).isEqualTo("affected");
    }

    @Test
    void aReportNamesItsSourceAndItsTime() {
        assertThat(field(new Told(NOW, State.STOPPED, null, null, null, "", " ", null), Kind.ROAD))
                .isEqualTo("source");
        assertThat(field(new Told(NOW.plusSeconds(301), State.STOPPED, null, null, null, "", "県", null), Kind.ROAD))
                .isEqualTo("at");
        assertThat(field(new Told(NOW, State.STOPPED, null, null, null, "", "県", NOW), Kind.ROAD))
                .isEqualTo("next");
        assertThat(field(new Told(NOW, State.STOPPED, null, null, null, "長".repeat(501), "県", null), Kind.ROAD))
                .isEqualTo("extent");
    }

    @Test
    void whatIsRestoredOwesNoUpdate() {
        var later = NOW.plus(Duration.ofDays(1));
        assertThat(told(State.PARTIAL, 40, null, null).isOverdue(later)).isTrue();
        assertThat(told(State.RESTORED, 100, null, null).isOverdue(later)).isFalse();
    }
}
