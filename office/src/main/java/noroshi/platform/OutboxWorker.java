package noroshi.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import noroshi.platform.WorkerThreads.Trouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** One thread for each listener: claims, handles, removes. A listener that fails holds up no other. */
@Component
final class OutboxWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxWorker.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int PROBLEM_CHARACTERS_MAX = 500;
    /** A batch that failed so often is taken apart: one bad announcement must not make dead letters of those beside it. */
    private static final int ALONE_FROM_ATTEMPT = 3;

    private final ObjectProvider<Listener> listeners;
    private final OutboxStore rows;
    private final Tenancy tenancy;
    private final InstantSource clock;
    private final OutboxBell bell;
    private final WorkerThreads threads = new WorkerThreads();

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
        listeners.orderedStream().forEach(listener -> {
            var ear = bell.ear();
            // The database may be away; nothing is lost, the rows wait.
            var trouble = Trouble.of("%s could not reach its outbox".formatted(listener.name()), POLL);
            threads.start("outbox-" + listener.name(), trouble, new Hearing(listener, ear));
        });
    }

    @Override
    public void stop() {
        threads.stop();
    }

    @Override
    public boolean isRunning() {
        return threads.isRunning();
    }

    /**
     * A listener's only thread, in the only office of this database: at its start, and after a round that it could not finish, whatever
     * is leased was leased by nobody who is still at it.
     */
    private final class Hearing implements Worker {

        private final Listener listener;
        private final Semaphore ear;
        private Instant since = clock.instant();

        Hearing(Listener listener, Semaphore ear) {
            this.listener = listener;
            this.ear = ear;
        }

        @Override
        public void round() throws InterruptedException {
            boolean finished = false;
            try {
                boolean worked = step(listener, since);
                finished = true;
                if (!worked) OutboxBell.await(ear, POLL.toMillis());
            } finally {
                if (!finished) since = clock.instant();
            }
        }
    }

    /** Handles one batch; false when there was nothing to do. */
    boolean step(Listener listener, Instant since) {
        var batch = tenancy.everywhere(() -> rows.claim(listener.name(), listener.batchMax(), clock.instant(), since));
        if (batch.isEmpty()) return false;
        if (batch.stream().anyMatch(a -> a.attempts() >= ALONE_FROM_ATTEMPT))
            for (var announcement : batch) handle(listener, List.of(announcement));
        else handle(listener, batch);
        return true;
    }

    private void handle(Listener listener, List<Announcement> batch) {
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
            return;
        }
        tenancy.runEverywhere(() -> rows.done(batch));
    }

    private static String shortened(String problem) {
        return problem.length() <= PROBLEM_CHARACTERS_MAX ? problem : problem.substring(0, PROBLEM_CHARACTERS_MAX);
    }
}
