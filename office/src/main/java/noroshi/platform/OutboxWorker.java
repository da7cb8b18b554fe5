package noroshi.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Map<String, List<Announcement>> interrupted = new ConcurrentHashMap<>();

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
        giveBack(listener);
        var batch = tenancy.everywhere(() -> rows.claim(listener.name(), listener.batchMax(), clock.instant(), since));
        if (batch.isEmpty()) return false;
        boolean alone = batch.stream().anyMatch(a -> a.attempts() >= ALONE_FROM_ATTEMPT);
        var left = new ArrayDeque<>(alone ? batch.stream().map(List::of).toList() : List.of(batch));
        while (!left.isEmpty()) {
            try {
                handle(listener, left.getFirst());
            } catch (RuntimeException e) {
                // Not theirs: the attempt is not counted, as soon as the database is there to be told so.
                if (DatabaseAway.isReasonOf(e)) left.forEach(interrupted(listener)::addAll);
                throw e;
            }
            left.removeFirst();
        }
        return true;
    }

    private void giveBack(Listener listener) {
        var interrupted = interrupted(listener);
        if (interrupted.isEmpty()) return;
        tenancy.runEverywhere(() -> rows.interrupted(interrupted));
        interrupted.clear();
    }

    /** Those of this listener whose handling the database's end cut off; its own thread alone asks. */
    private List<Announcement> interrupted(Listener listener) {
        return interrupted.computeIfAbsent(listener.name(), name -> new ArrayList<>());
    }

    private void handle(Listener listener, List<Announcement> batch) {
        try {
            listener.handle(batch);
        } catch (RuntimeException | StackOverflowError e) {
            if (DatabaseAway.isReasonOf(e)) throw e;
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
