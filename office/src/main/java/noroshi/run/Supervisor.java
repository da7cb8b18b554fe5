package noroshi.run;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Starts children in order, keeps them running, and stops them in the opposite order when this process is told to end. */
final class Supervisor {

    static final Duration START_MAX = Duration.ofMinutes(5);
    private static final Duration STOP_EACH_MAX = Duration.ofMillis(4_500);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final int DEATHS_AT_START_MAX = 3;

    private final Folders folders;
    private final List<Child> children = new ArrayList<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Process watchdog;
    private @Nullable DataLock lock;
    private volatile boolean stopping;

    Supervisor(Folders folders) {
        this.folders = folders;
    }

    /** Takes the data folder for this process, ends what an earlier one left, and prepares for the end of this one. */
    void open() {
        lock = new DataLock(folders);
        new Orphans(folders).stop();
        Thread.ofPlatform().daemon().name("watchdog").start(this::keepWatchdog);
    }

    /** SIGTERM and Ctrl-C end this process by way of {@link #stop}. */
    void stopAtExit() {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::stop));
    }

    Child start(Recipe recipe) {
        var child = new Child(recipe, folders);
        synchronized (children) {
            if (stopping) throw new Refusal("Noroshi is stopping.");
            children.add(child);
        }
        child.start();
        return child;
    }

    /** Waits until the child is well; a child that keeps dying is reported with its last words. */
    void await(Child child, BooleanSupplier isWell) {
        long until = System.nanoTime() + START_MAX.toNanos();
        while (!isWell.getAsBoolean()) {
            if (stopping) throw new Refusal("Noroshi is stopping.");
            if (child.deaths() >= DEATHS_AT_START_MAX || System.nanoTime() > until)
                throw new Refusal(
                        "%s does not start. Its last words (all of it: %s):%n  %s",
                        child.name(), child.logFile(), String.join("\n  ", child.lastWords()));
            pause();
        }
    }

    /** Waits for something that needs all of the children; it takes as long as it takes. */
    void await(BooleanSupplier happened) {
        while (!happened.getAsBoolean()) {
            if (stopping) throw new Refusal("Noroshi is stopping.");
            pause();
        }
    }

    /** Returns when this process is told to end. */
    void awaitEnd() throws InterruptedException {
        stopped.await();
    }

    void stop() {
        stopping = true;
        List<Child> running;
        synchronized (children) {
            running = List.copyOf(children).reversed();
        }
        // The office first, alone, so that it still finds its database; the others then need little time, all at once.
        running.stream().limit(1).forEach(child -> child.stop(STOP_EACH_MAX));
        running.stream().skip(1).parallel().forEach(child -> child.stop(STOP_EACH_MAX));
        if (watchdog != null) watchdog.destroyForcibly();
        if (lock != null) lock.close();
        stopped.countDown();
    }

    /** Keeps one watchdog running: it ends the children should this process be killed. */
    private void keepWatchdog() {
        try {
            while (!stopping) {
                var started = Watchdog.start(folders);
                watchdog = started;
                started.waitFor();
                Thread.sleep(LOOK_EVERY);
            }
        } catch (IOException e) {
            System.err.println("noroshi: no watchdog (" + e.getMessage() + "); a kill -9 of this process leaves its"
                    + " children running until the next start.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted while starting.");
        }
    }
}
