package noroshi.workflow;

import java.time.Duration;
import java.time.InstantSource;
import noroshi.platform.WorkerThreads;
import noroshi.platform.WorkerThreads.Trouble;
import noroshi.publishing.PurgeTrash;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The thread that looks at the clock for reminders and the trash. */
@Component
final class WorkflowHours implements SmartLifecycle {

    private static final long LOOK_MS = 300_000;
    private static final Duration REST = Duration.ofMinutes(1);

    private final Remind remind;
    private final PurgeTrash purgeTrash;
    private final InstantSource clock;
    private final WorkerThreads threads = new WorkerThreads();

    WorkflowHours(Remind remind, PurgeTrash purgeTrash, InstantSource clock) {
        this.remind = remind;
        this.purgeTrash = purgeTrash;
        this.clock = clock;
    }

    @Override
    public void start() {
        threads.start("workflow-hours", Trouble.of("Reminders and the trash wait", REST), this::look);
    }

    @Override
    public void stop() {
        threads.stop();
    }

    @Override
    public boolean isRunning() {
        return threads.isRunning();
    }

    private void look() throws InterruptedException {
        Thread.sleep(LOOK_MS);
        var now = clock.instant();
        remind.handle(now);
        purgeTrash.handle(now);
    }
}
