package noroshi.site;

import java.time.Duration;
import java.time.InstantSource;
import noroshi.platform.WorkerThreads;
import noroshi.platform.WorkerThreads.Trouble;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * What a snapshot needs while nothing is published: a new root after a while, so that readers are told that pages may be old
 * only when they may be, the newest letter key, and less garbage on disk.
 */
@Component
final class Heartbeat implements SmartLifecycle {

    private static final Duration PAUSE_MAX = Duration.ofMinutes(15);
    /** Compaction holds up publishes, so it waits for a quiet minute. */
    private static final Duration QUIET_MIN = Duration.ofMinutes(1);

    private static final Duration LOOK = Duration.ofSeconds(20);

    private final Snapshots snapshots;
    private final InstantSource clock;
    private final WorkerThreads threads = new WorkerThreads();

    Heartbeat(Snapshots snapshots, InstantSource clock) {
        this.snapshots = snapshots;
        this.clock = clock;
    }

    @Override
    public void start() {
        threads.start("snapshot-heartbeat", Trouble.of("The snapshot could not be renewed", LOOK), () -> {
            beat();
            Thread.sleep(LOOK);
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

    void beat() {
        var now = clock.instant();
        var current = snapshots.writer().current();
        if (current == null || snapshots.tellLetterKey(now)) return;
        var quiet = Duration.between(current.root().created(), now);
        if (quiet.compareTo(PAUSE_MAX) >= 0) snapshots.renew(now);
        else if (quiet.compareTo(QUIET_MIN) >= 0) snapshots.compact();
    }
}
