package noroshi.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TurnTest {

    @Test
    void aLargeTextWaitsForAnotherAndASmallOneDoesNot() throws InterruptedException {
        var begun = new CountDownLatch(1);
        Thread waiting;
        try (var first = Turn.of(Turn.LARGE_CHARACTERS + 1)) {
            waiting = Thread.ofPlatform().start(() -> {
                try (var second = Turn.of(Turn.LARGE_CHARACTERS + 1)) {
                    begun.countDown();
                }
            });
            while (waiting.getState() != Thread.State.WAITING) Thread.onSpinWait();
            try (var small = Turn.of(Turn.LARGE_CHARACTERS)) {
                assertThat(begun.getCount()).isEqualTo(1);
            }
        }
        begun.await();
        waiting.join();
    }
}
