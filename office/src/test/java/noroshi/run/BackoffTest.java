package noroshi.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff();

    @Test
    void theWaitGrowsUpToItsLimit() {
        assertThat(backoff.next(Duration.ZERO)).isEqualTo(Duration.ofMillis(100));
        assertThat(backoff.next(Duration.ZERO)).isEqualTo(Duration.ofMillis(200));
        for (int i = 0; i < 20; i++) backoff.next(Duration.ZERO);
        assertThat(backoff.next(Duration.ZERO)).isEqualTo(Backoff.WAIT_MAX);
    }

    @Test
    void aChildThatLivedLongStartsAgainAtOnce() {
        for (int i = 0; i < 5; i++) backoff.next(Duration.ZERO);

        assertThat(backoff.next(Duration.ofMinutes(1))).isEqualTo(Backoff.FIRST);
    }
}
