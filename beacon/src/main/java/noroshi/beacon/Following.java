package noroshi.beacon;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import noroshi.snapshot.Follower;
import noroshi.snapshot.Follower.Outcome;
import noroshi.snapshot.Mirror;
import org.jspecify.annotations.Nullable;

/**
 * Follows the first upstream that answers, by a long poll that never ends; looks at the others now and then, so that one that
 * hangs on to old news is left, and a better one is gone back to; and fetches again what was found damaged here.
 */
final class Following implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("noroshi.beacon");
    private static final Duration POLL = Duration.ofSeconds(25);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final long POLL_NANOS_MIN = 500_000_000;
    private static final int PAUSE_MS_MIN = 200;
    private static final int PAUSE_MS_MAX = 5_000;
    static final Duration LOOK = Duration.ofSeconds(15);

    private final List<Follower> upstreams;
    private final List<URI> names;
    private final Mirror mirror;
    private final Duration look;
    private final HttpClient client;
    private final Semaphore damage = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    /** Only a hint who is asked next: races between the threads below do no harm. */
    private volatile int at;

    private interface Work {
        void run() throws InterruptedException;
    }

    private interface Step {
        Outcome take() throws InterruptedException;
    }

    /**
     * @param secret shown to every upstream; null: nothing is shown
     * @param look so often all upstreams are compared
     */
    Following(List<URI> names, @Nullable String secret, Mirror mirror, Duration look) {
        this.look = look;
        this.names = names;
        this.mirror = mirror;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
        upstreams = names.stream()
                .map(name -> new Follower(client, name, secret, mirror))
                .toList();
        mirror.onDamage(damage::release);
        start("beacon-follower", this::follow);
        start("beacon-lookout", this::lookOut);
        start("beacon-healer", this::heal);
    }

    private void start(String name, Work work) {
        threads.add(Thread.ofPlatform().name(name).daemon().start(() -> {
            try {
                work.run();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    private void follow() throws InterruptedException {
        int pause = PAUSE_MS_MIN;
        while (true) {
            int from = at;
            long begun = System.nanoTime();
            var outcome = attempt(from, () -> upstreams.get(from).step(POLL));
            if (isWell(outcome)) {
                pause = PAUSE_MS_MIN;
                // One that has no room for a long poll answers at once; it must not be asked without end.
                if (outcome instanceof Outcome.Unchanged && System.nanoTime() - begun < POLL_NANOS_MIN)
                    Thread.sleep(PAUSE_MS_MIN);
                continue;
            }
            at = (from + 1) % upstreams.size();
            Thread.sleep(pause);
            pause = Math.min(PAUSE_MS_MAX, pause * 2);
        }
    }

    /** Whoever has news that the followed one has not told is followed from now on; else the first that is as new as we are. */
    private void lookOut() throws InterruptedException {
        while (true) {
            Thread.sleep(look);
            int best = -1;
            for (int i = 0; i < upstreams.size(); i++) {
                var outcome = attempt(i, upstreams.get(i)::look);
                if (outcome instanceof Outcome.Swapped || outcome instanceof Outcome.Unchanged && best < 0) best = i;
            }
            if (best >= 0) at = best;
        }
    }

    private void heal() throws InterruptedException {
        while (true) {
            // Also without a call: what was damaged at the start was found before anyone listened.
            if (mirror.damaged() > 0 || damage.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS))
                damage.drainPermits();
            for (int pause = PAUSE_MS_MIN; mirror.damaged() > 0; pause = Math.min(PAUSE_MS_MAX, pause * 2)) {
                for (var upstream : upstreams) healFrom(upstream);
                if (mirror.damaged() > 0) Thread.sleep(pause);
            }
        }
    }

    private void healFrom(Follower upstream) throws InterruptedException {
        try {
            int healed = mirror.damaged() == 0 ? 0 : upstream.heal();
            if (healed > 0) LOG.log(System.Logger.Level.WARNING, "{0} damaged things were fetched again", healed);
        } catch (RuntimeException | VirtualMachineError bug) {
            LOG.log(System.Logger.Level.WARNING, "Fetching damaged things again failed; it is tried again.", bug);
        }
    }

    /** No answer, however odd, and no shortage of memory may end the thread: nobody would bring news any more. */
    private Outcome attempt(int from, Step step) throws InterruptedException {
        Outcome outcome;
        try {
            outcome = step.take();
        } catch (RuntimeException | VirtualMachineError bug) {
            outcome = new Outcome.Unreachable(String.valueOf(bug));
        }
        log(from, outcome);
        return outcome;
    }

    private static boolean isWell(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Swapped(long version) -> true;
            case Outcome.Unchanged() -> true;
            case Outcome.Refused(String reason) -> false;
            case Outcome.Unreachable(String reason) -> false;
        };
    }

    private void log(int from, Outcome outcome) {
        switch (outcome) {
            case Outcome.Swapped(long version) ->
                LOG.log(System.Logger.Level.INFO, "Version {0} from {1}", version, names.get(from));
            case Outcome.Unchanged() -> {}
            case Outcome.Refused(String reason) ->
                LOG.log(System.Logger.Level.DEBUG, "Refused what {0} offers: {1}", names.get(from), reason);
            case Outcome.Unreachable(String reason) ->
                LOG.log(System.Logger.Level.DEBUG, "{0} is not reachable: {1}", names.get(from), reason);
        }
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        client.shutdownNow();
    }
}
