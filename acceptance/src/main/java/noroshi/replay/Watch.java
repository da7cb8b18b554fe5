package noroshi.replay;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/** Looks from outside, again and again, until what was promised is there, and tells how long that took. */
final class Watch implements AutoCloseable {

    static final Duration FOLLOWS_WITHIN = Duration.ofSeconds(20);
    private static final int LOOKS_AT_ONCE = 8;
    private static final int PAUSE_MS_MIN = 30;
    private static final int PAUSE_MS_MAX = 200;

    /** Whether it is there now. An answer that does not come means: not yet. */
    interface Check {
        boolean holds() throws IOException;
    }

    /** @param ms from the sending to the first look that saw it; negative: it was never seen */
    record Seen(String what, long ms) {

        boolean followed() {
            return ms >= 0;
        }
    }

    private final ExecutorService looks = Executors.newVirtualThreadPerTaskExecutor();
    /** Many looks at once would slow down what they look for. */
    private final Semaphore turns = new Semaphore(LOOKS_AT_ONCE);

    private final List<Future<Seen>> awaited = new ArrayList<>();
    private final Duration longest;

    /** @param longest after which something counts as not followed */
    Watch(Duration longest) {
        this.longest = longest;
    }

    /** The moment before something is sent, for {@link #expect}. */
    static long begin() {
        return System.nanoTime();
    }

    /** @param begun as {@link #begin} gave it before the sending */
    void expect(String what, long begun, Check check) {
        awaited.add(looks.submit(() -> look(what, begun, check)));
    }

    private Seen look(String what, long begun, Check check) {
        long until = System.nanoTime() + longest.toNanos();
        for (int pause = PAUSE_MS_MIN; ; pause = Math.min(PAUSE_MS_MAX, pause * 5 / 4)) {
            if (holds(check)) return new Seen(what, (System.nanoTime() - begun) / 1_000_000);
            if (System.nanoTime() > until) return new Seen(what, -1);
            LockSupport.parkNanos(pause * 1_000_000L);
        }
    }

    private boolean holds(Check check) {
        turns.acquireUninterruptibly();
        try {
            return check.holds();
        } catch (IOException | IllegalStateException notYet) {
            return false;
        } finally {
            turns.release();
        }
    }

    /** Waits for all that is expected so far. */
    List<Seen> settle() throws InterruptedException {
        var all = new ArrayList<Seen>();
        for (var one : awaited) {
            try {
                all.add(one.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        awaited.clear();
        return all;
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
