package noroshi.beacon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ladder by itself: load in, rung out, on a clock moved by hand. */
class LadderTest {

    private Ladder ladder = Ladder.GROUND;
    private long nowMs = 1_000_000;

    /** So many seconds of one load, looked at once a second. */
    private Variant after(int seconds, double load) {
        for (int i = 0; i < seconds; i++) {
            nowMs += 1_000;
            ladder = ladder.next(load, nowMs);
        }
        return ladder.rung();
    }

    @Test
    void tenSecondsOfOverloadGoOneRungUpAndTenMoreTheNext() {
        assertThat(after(10, 1.2)).isEqualTo(Variant.FULL);
        assertThat(after(1, 1.2)).isEqualTo(Variant.LITE);
        assertThat(after(9, 1.2)).isEqualTo(Variant.LITE);
        assertThat(after(1, 1.2)).isEqualTo(Variant.TEXT);
        assertThat(after(1_000, 5)).as("there is nothing lighter").isEqualTo(Variant.TEXT);
    }

    @Test
    void aPeakIsNoOverload() {
        for (int i = 0; i < 100; i++) {
            after(9, 3);
            assertThat(after(1, 0.9)).isEqualTo(Variant.FULL);
        }
    }

    @Test
    void aMinuteOfCalmGoesOneRungDown() {
        after(30, 2);
        assertThat(after(60, 0.1)).isEqualTo(Variant.TEXT);
        assertThat(after(1, 0.1)).isEqualTo(Variant.LITE);
        assertThat(after(59, 0.1)).isEqualTo(Variant.LITE);
        assertThat(after(1, 0.1)).isEqualTo(Variant.FULL);
    }

    @Test
    void betweenCalmAndOverloadItStaysWhereItIs() {
        after(11, 2);
        assertThat(after(100_000, 0.8)).isEqualTo(Variant.LITE);
        after(59, 0.2);
        after(1, 0.7);
        assertThat(after(59, 0.2)).as("calm counts without a break only").isEqualTo(Variant.LITE);
    }

    /** Full pages overload the line, lite ones calm it: without patience it would swing every minute. */
    @Test
    void whoRelapsesWaitsTwiceAsLongBeforeTheNextDescent() {
        var downs = new ArrayList<Long>();
        var before = Variant.FULL;
        for (int second = 0; second < 3 * 3600; second++) {
            var rung = after(1, ladder.rung() == Variant.FULL ? 1.5 : 0.4);
            if (rung.ordinal() < before.ordinal()) downs.add(nowMs);
            before = rung;
        }
        var pauses = new ArrayList<Long>();
        for (int i = 1; i < downs.size(); i++) pauses.add((downs.get(i) - downs.get(i - 1)) / 60_000);
        assertThat(pauses).startsWith(2L, 4L, 8L, 16L).endsWith(16L);
        assertThat(pauses).isSortedAccordingTo(Long::compare);
    }

    @Test
    void afterALongQuietTimePatienceIsShortAgain() {
        after(11, 2);
        after(61, 0.1);
        after(11, 2);
        assertThat(ladder.calmMs()).isEqualTo(2 * Ladder.CALM_MS);
        after(3_600, 0.1);
        after(11, 2);
        assertThat(ladder.calmMs()).isEqualTo(Ladder.CALM_MS);
    }

    @Test
    void noMomentOfAnyLoadSkipsARung() {
        var random = new java.util.Random(26);
        for (int i = 0; i < 200_000; i++) {
            var before = ladder.rung();
            var load = List.of(0.0, 0.5, 0.99, 1.0, 7.0).get(random.nextInt(5));
            after(1 + random.nextInt(15), load);
            assertThat(Math.abs(ladder.rung().ordinal() - before.ordinal())).isLessThanOrEqualTo(2);
            assertThat(ladder.calmMs()).isBetween(Ladder.CALM_MS, Ladder.CALM_MS_MAX);
        }
    }
}
