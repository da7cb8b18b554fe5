package noroshi.care;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import noroshi.platform.Tenancy;
import noroshi.platform.WorkerThreads;
import noroshi.platform.WorkerThreads.Trouble;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks at what changed, one thing in one transaction: killed at any moment, each is done or waits. It rests as long as it worked, so that
 * publishing has the machine; begins the nights' rounds.
 */
@Component
final class CareWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(CareWorker.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration REST_MAX = Duration.ofMillis(500);
    private static final Duration NIGHT_POLL = Duration.ofMinutes(5);

    private final CareQueue queue;
    private final Care care;
    private final CheckRuns runs;
    private final NightRound night;
    private final OutsideLinks outside;
    private final MailToDraft mailToDraft;
    private final Tenancy tenancy;
    private final CareSettings settings;
    private final InstantSource clock;
    private final WorkerThreads threads = new WorkerThreads();

    CareWorker(
            CareQueue queue,
            Care care,
            CheckRuns runs,
            NightRound night,
            OutsideLinks outside,
            MailToDraft mailToDraft,
            Tenancy tenancy,
            CareSettings settings,
            InstantSource clock) {
        this.queue = queue;
        this.care = care;
        this.runs = runs;
        this.night = night;
        this.outside = outside;
        this.mailToDraft = mailToDraft;
        this.tenancy = tenancy;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void start() {
        if (!settings.work()) return;
        threads.start("care", Trouble.of("Changed pages could not be looked at", POLL), () -> {
            long begun = System.nanoTime();
            if (!step()) {
                tenancy.runEverywhere(() -> runs.finishDone(clock.instant()));
                Thread.sleep(POLL);
            } else Thread.sleep(rest(System.nanoTime() - begun));
        });
        threads.start("care-night", Trouble.of("The night's round failed", NIGHT_POLL), () -> {
            night.beginIfDue();
            Thread.sleep(NIGHT_POLL);
        });
        if (settings.outside()) followLinks();
        if (settings.mailPort() > 0)
            threads.start("care-mail", Trouble.of("Mails could not become drafts", POLL), () -> {
                if (!mailToDraft.step(clock.instant())) Thread.sleep(POLL);
            });
    }

    private void followLinks() {
        var round = new OutsideRound(
                outside, OutsideAsker.ofTheInternet(), tenancy, clock, Duration.ofMillis(settings.hostPauseMs()));
        threads.start("care-links", Trouble.of("Links to other sites could not be followed", NIGHT_POLL), () -> {
            if (!round.step()) Thread.sleep(POLL);
        });
    }

    private static Duration rest(long workedNanos) {
        var worked = Duration.ofNanos(workedNanos);
        return worked.compareTo(REST_MAX) < 0 ? worked : REST_MAX;
    }

    /** Looks at one thing; false when there was nothing to do. */
    boolean step() {
        var taken = new AtomicReference<CareQueue.@Nullable Due>();
        try {
            return tenancy.everywhere(() -> {
                var due = queue.take();
                due.ifPresent(taken::set);
                due.ifPresent(care::look);
                return due.isPresent();
            });
        } catch (RuntimeException | StackOverflowError e) {
            var due = taken.get();
            if (due == null) throw e;
            log.warn("{} {} of {} could not be looked at: {}", due.kind(), due.subject(), due.government(), e, e);
            tenancy.runEverywhere(() -> queue.failed(due, e.toString()));
            return true;
        }
    }

    @Override
    public void stop() {
        threads.stop();
    }

    @Override
    public boolean isRunning() {
        return threads.isRunning();
    }
}
