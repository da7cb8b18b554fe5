package noroshi.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.concurrent.atomic.AtomicInteger;
import noroshi.replay.Stage.Played;
import org.junit.jupiter.api.Test;

class WatchTest {

    private static final Stage STAGE = new Stage(LocalDateTime.of(2011, 3, 11, 14, 46), "段階", watch -> 1);

    @Test
    void whatComesLaterIsSeenAndTimedFromTheSending() throws InterruptedException {
        var looks = new AtomicInteger();
        try (var watch = new Watch(Duration.ofSeconds(20))) {
            watch.expect("三度目に", Watch.begin(), () -> looks.incrementAndGet() == 3);
            var seen = watch.settle();
            assertThat(seen).singleElement().matches(Watch.Seen::followed).matches(one -> one.ms() >= 60);
            assertThat(new Played(STAGE, 1, seen).isGood()).isTrue();
        }
    }

    @Test
    void whatNeverComesMakesItsStageBad() throws InterruptedException {
        try (var watch = new Watch(Duration.ofMillis(100))) {
            watch.expect("来る", Watch.begin(), () -> true);
            watch.expect("来ない", Watch.begin(), () -> false);
            watch.expect("答えがない", Watch.begin(), () -> {
                throw new IOException("closed");
            });
            var played = new Played(STAGE, 1, watch.settle());
            assertThat(played.isGood()).isFalse();
            assertThat(played.followed()).isEqualTo(1);
        }
    }
}
