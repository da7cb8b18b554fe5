package noroshi.publishing;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The thread that looks at the clock for {@link OpenAndClose}. */
@Component
final class OpeningHours implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OpeningHours.class);
    private static final long LOOK_MS = 500;
    private static final long REST_MS = 5_000;

    private final OpenAndClose openAndClose;
    private final InstantSource clock;
    private volatile @Nullable Thread thread;

    OpeningHours(OpenAndClose openAndClose, InstantSource clock) {
        this.openAndClose = openAndClose;
        this.clock = clock;
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().name("opening-hours").daemon().start(this::look);
    }

    @Override
    public void stop() {
        var looking = thread;
        thread = null;
        if (looking != null) looking.interrupt();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void look() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                openAndClose.handle(clock.instant());
                Thread.sleep(LOOK_MS);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                // The edge of the worker: the database may be away; what is due stays due.
                log.warn("What is due could not be opened or closed and will be tried again: {}", e.toString());
                if (!rested()) return;
            }
        }
    }

    private static boolean rested() {
        try {
            Thread.sleep(REST_MS);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
