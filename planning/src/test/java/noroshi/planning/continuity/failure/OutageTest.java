package noroshi.planning.continuity.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import noroshi.planning.continuity.failure.Outage.Span;
import org.junit.jupiter.api.Test;

class OutageTest {

    private static final double NEVER = Outage.NEVER;

    @Test
    void aSpanWithoutLengthIsNone() {
        assertThat(Outage.between(3, 3)).isEqualTo(Outage.NONE);
        assertThat(Outage.between(4, 3).isNone()).isTrue();
        assertThat(Outage.between(3, 4).isNone()).isFalse();
    }

    @Test
    void spansThatMeetBecomeOne() {
        var outage = Outage.any(List.of(Outage.between(0, 2), Outage.between(2, 5), Outage.between(7, 9)));

        assertThat(outage.spans()).containsExactly(new Span(0, 5), new Span(7, 9));
        assertThat(outage.longer(2).spans()).containsExactly(new Span(0, 11));
        assertThat(outage.longer(1).spans()).containsExactly(new Span(0, 6), new Span(7, 10));
    }

    @Test
    void ofAlternativesSomeMayFail() {
        var three = List.of(Outage.between(0, 10), Outage.between(5, 15), Outage.between(8, NEVER));

        assertThat(Outage.fewerThan(1, three).spans()).containsExactly(new Span(8, 10));
        assertThat(Outage.fewerThan(2, three).spans()).containsExactly(new Span(5, 15));
        assertThat(Outage.fewerThan(3, three).spans()).containsExactly(new Span(0, NEVER));
    }

    @Test
    void itTellsWhenItWorksAgain() {
        var outage = Outage.any(List.of(Outage.between(2, 4), Outage.between(6, NEVER)));

        assertThat(outage.worksFrom(0)).isEqualTo(0);
        assertThat(outage.worksFrom(2)).isEqualTo(4);
        assertThat(outage.worksFrom(3)).isEqualTo(4);
        assertThat(outage.worksFrom(4)).isEqualTo(4);
        assertThat(outage.worksFrom(7)).isEqualTo(NEVER);
        assertThat(outage.from()).isEqualTo(2);
        assertThat(outage.to()).isEqualTo(NEVER);
        assertThat(outage.longestHours()).isEqualTo(NEVER);
        assertThat(outage.hoursUntil(10)).isEqualTo(6);
        assertThat(outage.hoursUntil(3)).isEqualTo(1);
        assertThat(outage.hoursUntil(1)).isEqualTo(0);
        assertThat(Outage.NONE.from()).isEqualTo(NEVER);
        assertThat(Outage.NONE.to()).isEqualTo(0);
        assertThat(Outage.NONE.longestHours()).isEqualTo(0);
        assertThat(new Span(2, 6).hours()).isEqualTo(4);
    }

    @Test
    void countingHourByHourGivesTheSame() {
        for (long seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var outages = new ArrayList<Outage>();
            for (int i = 0; i < 4; i++) {
                int from = random.nextInt(10);
                outages.add(Outage.any(List.of(
                        Outage.between(from, from + random.nextInt(6)), Outage.between(12, 12 + random.nextInt(4)))));
            }
            for (int atLeast = 1; atLeast <= 4; atLeast++) {
                var together = Outage.fewerThan(atLeast, outages);
                for (int hour = 0; hour < 20; hour++) {
                    int at = hour;
                    long working = outages.stream()
                            .filter(one -> one.worksFrom(at) == at)
                            .count();
                    assertThat(together.worksFrom(hour) == hour)
                            .as("seed %d, at least %d, hour %d", seed, atLeast, hour)
                            .isEqualTo(working >= atLeast);
                }
            }
        }
    }
}
