package noroshi.publishing;

import java.time.Duration;
import java.time.InstantSource;
import noroshi.platform.WorkerThreads;
import noroshi.platform.WorkerThreads.Trouble;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The thread that looks at the clock for {@link OpenAndClose}. */
@Component
final class OpeningHours implements SmartLifecycle {

    private static final long LOOK_MS = 500;
    private static final Duration REST = Duration.ofSeconds(5);

    private final OpenAndClose openAndClose;
    private final InstantSource clock;
    private final WorkerThreads threads = new WorkerThreads();

    OpeningHours(OpenAndClose openAndClose, InstantSource clock) {
        this.openAndClose = openAndClose;
        this.clock = clock;
    }

    @Override
    public void start() {
        // The database may be away; what is due stays due.
        threads.start("opening-hours", Trouble.of("What is due could not be opened or closed", REST), this::look);
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
        openAndClose.handle(clock.instant());
        Thread.sleep(LOOK_MS);
    }
}
