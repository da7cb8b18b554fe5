package noroshi.site;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Signs a new root when nothing was published for a while: readers are told that pages may be old only when they may be. */
@Component
final class Heartbeat implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);
    private static final Duration PAUSE_MAX = Duration.ofMinutes(15);
    private static final long LOOK_MS = 20_000;

    private final Snapshots snapshots;
    private final InstantSource clock;
    private volatile @Nullable Thread thread;

    Heartbeat(Snapshots snapshots, InstantSource clock) {
        this.snapshots = snapshots;
        this.clock = clock;
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().name("snapshot-heartbeat").daemon().start(this::loop);
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) running.interrupt();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void loop() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK_MS);
                beat();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                // The edge of the worker: the next look tries again.
                log.warn("The snapshot could not be renewed: {}", e.toString());
            }
        }
    }

    void beat() {
        var now = clock.instant();
        var current = snapshots.writer().current();
        if (current != null && !now.isBefore(current.root().created().plus(PAUSE_MAX))) snapshots.renew(now);
    }
}
