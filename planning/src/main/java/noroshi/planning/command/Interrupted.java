package noroshi.planning.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import noroshi.planning.search.Effort;

/** Ctrl-C ends the search, not the program: the best so far is still printed. Closed when it is. */
final class Interrupted implements AutoCloseable {

    private static final int PRINTED_WITHIN_SECONDS = 20;

    private final CountDownLatch printed = new CountDownLatch(1);

    Interrupted(Effort effort) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> await(effort), "plan-interrupted"));
    }

    private void await(Effort effort) {
        effort.end();
        try {
            var unused = printed.await(PRINTED_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        printed.countDown();
    }
}
