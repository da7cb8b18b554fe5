package noroshi.site;

import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import noroshi.platform.Worker;
import noroshi.snapshot.Push;
import noroshi.snapshot.Push.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One beacon's thread: sends the newest snapshot whenever there is one, and until the beacon has it. */
final class BeaconPush implements Worker {

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
    private long retryMs = RETRY_MS;
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

    /** One round of its thread; it waits for news, a shorter time while the beacon is not served. */
    @Override
    public void round() throws InterruptedException {
        boolean served = send();
        retryMs = served ? RETRY_MS : Math.min(RETRY_MS_MAX, retryMs * 2);
        if (news.tryAcquire(served ? LOOK_MS : retryMs, TimeUnit.MILLISECONDS)) news.drainPermits();
    }

    void wake() {
        news.release();
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
}
