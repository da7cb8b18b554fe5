package noroshi.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EventStateTest {

    private static final Instant NOW = Instant.parse("2011-03-11T06:15:00Z");

    private final Jurisdiction miyagi = new Jurisdiction("040002", "宮城県");
    private final Raising raising = new Raising(Rules.load(), miyagi);

    @Test
    void before13MarchAMajorTsunamiWarningStandsForTheWholePrefecture() {
        var state = EventState.of(fresh(of2011().subList(0, 9)), raising);

        assertThat(state.gravestByHazard().get(Hazard.TSUNAMI))
                .extracting(Raised::grade, Raised::level, Raised::everywhere)
                .containsExactly("大津波警報", Level.EMERGENCY, true);
        assertThat(state.raised())
                .filteredOn(
                        r -> r.hazard() == Hazard.EARTHQUAKE && r.government().equals("042137"))
                .extracting(Raised::grade)
                .containsExactly("震度７");
    }

    @Test
    void theLastTelegramEndsTheTsunami() {
        var state = EventState.of(fresh(of2011()), raising);

        assertThat(state.gravestByHazard()).doesNotContainKey(Hazard.TSUNAMI);
    }

    @Test
    void disorderedAndRepeatedTelegramsMakeTheSamePage() {
        var ordered = of2011().subList(0, 9);
        var expected = EventPage.of(EventState.of(fresh(ordered), raising), miyagi, NOW);
        for (int seed = 0; seed < 5; seed++) {
            var shuffled = new ArrayList<>(ordered);
            Collections.shuffle(shuffled, new Random(seed));

            assertThat(EventPage.of(EventState.of(fresh(shuffled), raising), miyagi, NOW))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
        }
    }

    @Test
    void thePageNamesTheIntensityOfEveryMunicipality() {
        var page = EventPage.of(EventState.of(fresh(of2011()), raising), miyagi, NOW)
                .orElseThrow();

        assertThat(page.body()).contains("| 震度７ | 栗原市 |").contains("仙台");
        assertThat(page.areas()).startsWith("040002").contains("042137", "041009");
    }

    @Test
    void aStaleTelegramRaisesNothing() {
        var stale =
                of2011().subList(0, 9).stream().map(r -> new Received(r, true)).toList();

        assertThat(EventState.of(stale, raising).raised()).isEmpty();
    }

    private static List<noroshi.standards.jma.Telegram> of2011() {
        return SharedTelegrams.of2011().stream().map(SharedTelegrams::read).toList();
    }

    private static List<Received> fresh(List<noroshi.standards.jma.Telegram> telegrams) {
        return telegrams.stream().map(t -> new Received(t, false)).toList();
    }
}
