package noroshi.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReplayShiftTest {

    @Test
    void theShiftLosesNothingWhenItIsStored() {
        var replay = Replay.starting(
                1, Instant.parse("2011-03-11T05:48:00Z"), Instant.parse("2026-04-01T00:00:00.123456789Z"));

        assertThat(replay.shift().toMillis() % 1000).isZero();
        assertThat(replay.shift().toNanosPart()).isZero();
    }
}
