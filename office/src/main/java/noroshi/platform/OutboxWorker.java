package noroshi.platform;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** One thread for each listener: claims, handles, removes. A listener that fails holds up no other. */
@Component
final class OutboxWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxWorker.class);
    private static final long POLL_MS = 1_000;
    private static final int PROBLEM_CHARACTERS_MAX = 500;

    private final ObjectProvider<Listener> listeners;
    private final OutboxStore rows;
    private final Tenancy tenancy;
    private final InstantSource clock;
    private final OutboxBell bell;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    OutboxWorker(
            ObjectProvider<Listener> listeners,
            OutboxStore rows,
            Tenancy tenancy,
            InstantSource clock,
            OutboxBell bell) {
        this.listeners = listeners;
        this.rows = rows;
        this.tenancy = tenancy;
        this.clock = clock;
        this.bell = bell;
    }

    @Override
    public void start() {
        running = true;
        listeners.orderedStream().forEach(listener -> {
            var ear = bell.ear();
            threads.add(Thread.ofPlatform().name("outbox-" + listener.name()).start(() -> loop(listener, ear)));
        });
    }

    @Override
    public void stop() {
        running = false;
        threads.forEach(Thread::interrupt);
        for (var thread : threads) {
            try {
                thread.join(3_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void loop(Listener listener, Semaphore ear) {
        while (running) {
            try {
                if (!step(listener)) OutboxBell.await(ear, POLL_MS);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | StackOverflowError e) {
                // The edge of the worker: the database may be away; nothing is lost, the rows wait.
                log.warn("{} could not reach its outbox: {}", listener.name(), e.toString());
                pause();
            }
        }
    }

    /** Handles one batch; false when there was nothing to do. */
    boolean step(Listener listener) {
        var batch = tenancy.everywhere(() -> rows.claim(listener.name(), listener.batchMax(), clock.instant()));
        if (batch.isEmpty()) return false;
        try {
            listener.handle(batch);
        } catch (RuntimeException | StackOverflowError e) {
            log.warn(
                    "{} failed on {} announcements and will try again: {}",
                    listener.name(),
                    batch.size(),
                    e.toString(),
                    e);
            tenancy.runEverywhere(() -> rows.failed(batch, shortened(e.toString()), clock.instant()));
            return true;
        }
        tenancy.runEverywhere(() -> rows.done(batch));
        return true;
    }

    private static String shortened(String problem) {
        return problem.length() <= PROBLEM_CHARACTERS_MAX ? problem : problem.substring(0, PROBLEM_CHARACTERS_MAX);
    }

    private void pause() {
        try {
            Thread.sleep(POLL_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
