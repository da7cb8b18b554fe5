package noroshi.platform;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads in which a feature works in the background: started and stopped together. This is the edge of every worker loop:
 * whatever a round throws, the thread lives on, since a thread that died unnoticed would tell nobody anything any more.
 */
public final class WorkerThreads {

    private static final Logger log = LoggerFactory.getLogger(WorkerThreads.class);
    private static final long STOP_MS_MAX = 3_000;

    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private volatile boolean running;

    /**
     * What is done about trouble.
     *
     * @param sentence what stands still meanwhile, for the log
     * @param first the pause before the next round; it doubles with each failure in a row
     */
    public record Trouble(String sentence, Duration first, Duration most) {

        /** Always the same pause. */
        public static Trouble of(String sentence, Duration pause) {
            return new Trouble(sentence, pause, pause);
        }
    }

    public void start(String name, Trouble trouble, Worker worker) {
        running = true;
        threads.add(Thread.ofPlatform().name(name).daemon().start(() -> work(trouble, worker)));
    }

    /** Interrupts all and waits for them, a few seconds at most. */
    public void stop() {
        running = false;
        threads.forEach(Thread::interrupt);
        long end = System.nanoTime() + Duration.ofMillis(STOP_MS_MAX).toNanos();
        try {
            for (var thread : threads) thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }

    public boolean isRunning() {
        return running;
    }

    private void work(Trouble trouble, Worker worker) {
        try (worker) {
            var pause = trouble.first();
            while (running && !Thread.currentThread().isInterrupted()) {
                if (done(trouble, worker, pause)) pause = trouble.first();
                else pause = shorter(pause.multipliedBy(2), trouble.most());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** False after a failure and its pause. */
    private boolean done(Trouble trouble, Worker worker, Duration pause) throws InterruptedException {
        try {
            worker.round();
            return true;
        } catch (IOException | RuntimeException e) {
            if (running) log.warn("{}: {}. Next try in {} ms.", trouble.sentence(), e.toString(), pause.toMillis());
        } catch (Error e) {
            log.error("{}. Next try in {} ms.", trouble.sentence(), pause.toMillis(), e);
        }
        Thread.sleep(pause);
        return false;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
