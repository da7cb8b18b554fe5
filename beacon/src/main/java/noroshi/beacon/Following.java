package noroshi.beacon;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import noroshi.snapshot.Follower;
import noroshi.snapshot.Mirror;
import org.jspecify.annotations.Nullable;

/** Follows the first upstream that answers: a long poll that never ends, with growing pauses while nobody is there. */
final class Following implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("noroshi.beacon");
    private static final Duration POLL = Duration.ofSeconds(50);
    private static final int PAUSE_MS_MIN = 200;
    private static final int PAUSE_MS_MAX = 15_000;

    /** So often a beacon on a later upstream asks whether the first one is back. */
    private static final int POLLS_BEFORE_LOOKING_BACK = 10;

    private final List<Follower> upstreams;
    private final List<URI> names;
    private final HttpClient client;
    private final Thread thread;

    /** @param secret shown to every upstream; null: nothing is shown */
    Following(List<URI> names, @Nullable String secret, Mirror mirror) {
        this.names = names;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        upstreams = names.stream()
                .map(name -> new Follower(client, name, secret, mirror))
                .toList();
        thread = Thread.ofPlatform().name("beacon-follower").daemon().start(this::follow);
    }

    private void follow() {
        int at = 0;
        int polls = 0;
        int pause = PAUSE_MS_MIN;
        try {
            while (true) {
                boolean well = isWell(at, step(at));
                if (well) {
                    pause = PAUSE_MS_MIN;
                    if (at > 0 && ++polls % POLLS_BEFORE_LOOKING_BACK == 0) at = 0;
                    continue;
                }
                at = (at + 1) % upstreams.size();
                Thread.sleep(pause);
                pause = Math.min(PAUSE_MS_MAX, pause * 2);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Follower.Outcome step(int at) throws InterruptedException {
        try {
            return upstreams.get(at).step(POLL);
        } catch (RuntimeException bug) {
            return new Follower.Outcome.Unreachable(String.valueOf(bug));
        }
    }

    private boolean isWell(int at, Follower.Outcome outcome) {
        return switch (outcome) {
            case Follower.Outcome.Swapped(long version) -> {
                LOG.log(System.Logger.Level.INFO, "Version {0} from {1}", version, names.get(at));
                yield true;
            }
            case Follower.Outcome.Unchanged() -> true;
            case Follower.Outcome.Refused(String reason) -> {
                LOG.log(System.Logger.Level.WARNING, "Refused what {0} offers: {1}", names.get(at), reason);
                yield false;
            }
            case Follower.Outcome.Unreachable(String reason) -> {
                LOG.log(System.Logger.Level.DEBUG, "{0} is not reachable: {1}", names.get(at), reason);
                yield false;
            }
        };
    }

    @Override
    public void close() {
        thread.interrupt();
        client.shutdownNow();
    }
}
