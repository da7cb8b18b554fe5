package noroshi.moving;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import noroshi.moving.source.Refused;
import noroshi.platform.Tenancy;
import noroshi.platform.WorkerThreads;
import noroshi.platform.WorkerThreads.Trouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The one thread that moves sites in: every job in turn, a piece at a time. What a kill cut off is asked for again at the next start. */
@Component
final class MovingWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MovingWorker.class);
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final int FAILURES_MAX = 5;

    private final Tenancy tenancy;
    private final Jobs jobs;
    private final InstantSource clock;
    private final Map<MovingState, Step> steps = new EnumMap<>(MovingState.class);
    private final Semaphore bell = new Semaphore(0);
    private final WorkerThreads threads = new WorkerThreads();
    /** In a row, by job. */
    private final Map<Long, Integer> failures = new HashMap<>();

    MovingWorker(Tenancy tenancy, Jobs jobs, List<Step> steps, InstantSource clock) {
        this.tenancy = tenancy;
        this.jobs = jobs;
        this.clock = clock;
        steps.forEach(step -> this.steps.put(step.state(), step));
    }

    /** After the commit of an order. */
    void ring() {
        bell.release();
    }

    @Override
    public void start() {
        threads.start("moving", Trouble.of("Sites cannot move in", POLL), () -> {
            if (!round() && bell.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) bell.drainPermits();
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

    /** One piece of every job; false when there was nothing to do. */
    boolean round() {
        var underWay = tenancy.everywhere(jobs::underWay);
        for (var key : underWay) {
            if (Thread.currentThread().isInterrupted()) return true;
            tenancy.in(key.government(), () -> jobs.find(key.government(), key.id()))
                    .ifPresent(this::piece);
        }
        return !underWay.isEmpty();
    }

    private void piece(MovingJob job) {
        var step = steps.get(job.state());
        if (step == null) return;
        try {
            step.next(job);
            failures.remove(job.id());
        } catch (Refused e) {
            fail(job, String.valueOf(e.getMessage()));
        } catch (RuntimeException | StackOverflowError e) {
            // A database that was away comes back; what fails again and again must not hold up the other jobs for ever.
            if (failures.merge(job.id(), 1, Integer::sum) < FAILURES_MAX) throw e;
            log.warn("Job {} is given up", job.id(), e);
            fail(
                    job,
                    "「%s」の途中で、続けられない問題がありました。取込みを破棄してやり直すか、サーバーの管理者に連絡してください。"
                            .formatted(job.state().japanese()));
        }
    }

    /** A release or an undoing that failed changed nothing, so the job waits for review as before. */
    private void fail(MovingJob job, String problem) {
        var next =
                switch (job.state()) {
                    case RELEASING -> MovingState.READY;
                    case UNDOING -> MovingState.RELEASED;
                    case GATHERING, SURVEYING, CONVERTING, LINKING, READY, RELEASED, DISCARDED, FAILED ->
                        MovingState.FAILED;
                };
        failures.remove(job.id());
        tenancy.run(job.government(), () -> jobs.state(job, next, problem, clock.instant()));
    }
}
