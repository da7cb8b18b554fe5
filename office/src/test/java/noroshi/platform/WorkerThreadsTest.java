package noroshi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import noroshi.platform.WorkerThreads.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerThreadsTest {

    private static final Trouble TROUBLE = Trouble.of("The test stands still", Duration.ofMillis(1));

    private final WorkerThreads threads = new WorkerThreads();
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    @AfterEach
    void stop() {
        threads.stop();
    }

    @Test
    void whateverARoundThrowsTheThreadLivesOn() throws InterruptedException {
        threads.start(
                "test",
                TROUBLE,
                worker(new IOException("cut"), new IllegalStateException("bug"), new AssertionError()));

        assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void stoppingEndsARoundThatWaitsAndClosesItsWorker() throws InterruptedException {
        threads.start("test", TROUBLE, worker());
        reached.await();

        threads.stop();

        assertThat(closed.getCount()).isZero();
        assertThat(threads.isRunning()).isFalse();
    }

    @Test
    void whatWasStoppedCanBeStartedAgain() throws InterruptedException {
        threads.start("test", TROUBLE, () -> {});
        threads.stop();

        threads.start("test", TROUBLE, worker());

        assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
    }

    /** Throws these, then waits for ever. */
    private Worker worker(Throwable... failures) {
        Queue<Throwable> left = new ArrayDeque<>(List.of(failures));
        return new Worker() {
            @Override
            public void round() throws IOException, InterruptedException {
                switch (left.poll()) {
                    case IOException e -> throw e;
                    case RuntimeException e -> throw e;
                    case Error e -> throw e;
                    case null, default -> reached.countDown();
                }
                new CountDownLatch(1).await();
            }

            @Override
            public void close() {
                closed.countDown();
            }
        };
    }
}
