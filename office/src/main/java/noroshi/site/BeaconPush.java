package noroshi.site;

import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import noroshi.snapshot.Push;
import noroshi.snapshot.Push.Outcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One beacon's thread: sends the newest snapshot whenever there is one, and until the beacon has it. */
final class BeaconPush {

    private static final Logger log = LoggerFactory.getLogger(BeaconPush.class);
    /** Also without news: a beacon that was replaced gets everything again. */
    private static final long LOOK_MS = 5_000;

    private static final long RETRY_MS = 250;
    private static final long RETRY_MS_MAX = 5_000;

    private final URI address;
    private final Push push;
    private final Snapshots snapshots;
    private final InstantSource clock;
    private final Semaphore news = new Semaphore(0);
    private volatile @Nullable Thread thread;
    private String trouble = "";
    private volatile BeaconState state;

    BeaconPush(URI address, Push push, Snapshots snapshots, InstantSource clock) {
        this.address = address;
        this.push = push;
        this.snapshots = snapshots;
        this.clock = clock;
        this.state = new BeaconState(address, BeaconState.Reach.NOT_TRIED, 0, "", clock.instant());
    }

    BeaconState state() {
        return state;
    }

    void start() {
        thread = Thread.ofPlatform().name("push-" + address.getPort()).daemon().start(this::loop);
        wake();
    }

    void wake() {
        news.release();
    }

    void stop() {
        var running = thread;
        if (running != null) running.interrupt();
    }

    private void loop() {
        long retry = RETRY_MS;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                boolean served = send();
                retry = served ? RETRY_MS : Math.min(RETRY_MS_MAX, retry * 2);
                if (news.tryAcquire(served ? LOOK_MS : retry, TimeUnit.MILLISECONDS)) news.drainPermits();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                // The edge of the worker: whatever it was, the snapshot is on disk and will be sent again.
                say("failed: " + e);
                pause(RETRY_MS_MAX);
            }
        }
    }

    private boolean send() throws InterruptedException {
        var outcome = push.send(snapshots.writer());
        state = state.after(outcome, clock.instant());
        return switch (outcome) {
            case Outcome.Served served -> {
                if (!trouble.isEmpty()) log.info("Beacon {} serves version {} again", address, served.version());
                trouble = "";
                yield true;
            }
            case Outcome.Older older -> {
                // It has seen more than we remember: this office was restored from a backup. Go above it.
                log.warn("Beacon {} serves version {}: {}", address, older.served(), older.reason());
                snapshots.writer().atLeast(older.served());
                snapshots.renew(clock.instant());
                yield false;
            }
            case Outcome.Refused refused -> {
                say("refuses the snapshot (%d): %s".formatted(refused.status(), refused.reason()));
                yield false;
            }
            case Outcome.Unreachable unreachable -> {
                say("cannot be reached: " + unreachable.reason());
                yield false;
            }
            case Outcome.Nothing() -> true;
        };
    }

    /** Once for each new kind of trouble. */
    private void say(String what) {
        if (what.equals(trouble)) return;
        trouble = what;
        log.warn("Beacon {} {}", address, what);
    }

    private static void pause(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
