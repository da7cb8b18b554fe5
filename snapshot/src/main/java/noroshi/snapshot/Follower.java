package noroshi.snapshot;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A beacon that follows another one: long-polls its root, fetches what is missing in batches, verifies, swaps. */
public final class Follower {
    private static final Duration FETCH_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration POLL_TIMEOUT = Duration.ofSeconds(10);
    private static final int BATCH_NAMES_MAX = 1024;
    private static final long ANSWER_BYTES_MAX = Exchange.PUSH_BYTES_MAX;

    /** What came of one step. */
    public sealed interface Outcome {
        record Swapped(long version) implements Outcome {}

        /** Nothing newer came in the time waited. */
        record Unchanged() implements Outcome {}

        /** The upstream gave something that is older, forged or broken: nothing of it is served. */
        record Refused(String reason) implements Outcome {}

        /** No connection, or it moved on meanwhile: try again after a pause. */
        record Unreachable(String reason) implements Outcome {}
    }

    private final HttpClient client;
    private final URI upstream;
    private final @Nullable String secret;
    private final Mirror mirror;

    /** {@code upstream}: the public address of another beacon. */
    public Follower(HttpClient client, URI upstream, Mirror mirror) {
        this(client, upstream, null, mirror);
    }

    /** {@code secret}: what the upstream asks of those who follow it; null when it asks for nothing. */
    public Follower(HttpClient client, URI upstream, @Nullable String secret, Mirror mirror) {
        this.client = client;
        this.upstream = upstream;
        this.secret = secret;
        this.mirror = mirror;
    }

    /** One long poll of at most {@code wait} (55 s), and the fetch if something came. Blocks. */
    public Outcome step(Duration wait) throws InterruptedException {
        return ask(
                mirror.newsAfter(),
                Math.clamp(wait.toSeconds(), 0, Exchange.ROOT_WAIT_SECONDS_MAX),
                new Outcome.Unchanged());
    }

    /**
     * Looks at what the upstream serves now, whatever we have: so a beacon also learns of a new start of versions under a
     * new trust. Refused tells that it is behind.
     */
    public Outcome look() throws InterruptedException {
        return ask(0, 0, new Outcome.Unreachable("Nothing is served by " + upstream + " yet"));
    }

    private Outcome ask(long after, long seconds, Outcome nothing) throws InterruptedException {
        try {
            HttpResponse<byte[]> response = poll(after, seconds);
            return switch (response.statusCode()) {
                case 200 -> fetch(response.body());
                case 204 -> nothing;
                default -> new Outcome.Unreachable("Status " + response.statusCode() + " from " + upstream);
            };
        } catch (Refused e) {
            return new Outcome.Refused(e.reason());
        } catch (SnapshotBroken e) {
            return new Outcome.Refused(e.reason());
        } catch (IOException e) {
            return new Outcome.Unreachable(String.valueOf(e));
        }
    }

    /**
     * Asks the upstream for what was found damaged here; it may serve another version, things keep their names. How many
     * came back whole.
     */
    public int heal() throws InterruptedException {
        int healed = 0;
        try {
            for (Message.Thing thing : objects(mirror.lost(BATCH_NAMES_MAX))) {
                try {
                    healed += mirror.restore(thing.address(), thing.payload()) ? 1 : 0;
                } catch (Refused e) {
                    // Changed on the way, or rotten there too: the others may be whole.
                    continue;
                }
            }
        } catch (IOException | SnapshotBroken e) {
            // What came before the line broke stays.
            return healed;
        } finally {
            mirror.renew();
        }
        return healed;
    }

    private Outcome fetch(byte[] bundle) throws IOException, InterruptedException {
        Snapshot before = mirror.current();
        Intake intake = mirror.offer(bundle);
        while (!mirror.complete(intake)) {
            List<Address> wanted = mirror.wanted(intake, BATCH_NAMES_MAX);
            if (wanted.isEmpty()) {
                return new Outcome.Unreachable("Another offer came in between");
            }
            List<Message.Thing> things = objects(wanted);
            if (things.isEmpty()) {
                return new Outcome.Unreachable("The upstream lacks " + wanted.size() + " things by now");
            }
            requireAsked(things, wanted);
            for (Message.Thing thing : things) {
                mirror.put(intake, thing.address(), thing.payload());
            }
        }
        return mirror.current() == before ? new Outcome.Unchanged() : new Outcome.Swapped(mirror.version());
    }

    /** Anything can prove its own name: an upstream that sends what nobody asked for would fill the disk, and never be done. */
    private static void requireAsked(List<Message.Thing> things, List<Address> wanted) {
        Set<Address> asked = Set.copyOf(wanted);
        for (Message.Thing thing : things) {
            if (!asked.contains(thing.address())) {
                throw new Refused(
                        Refused.BROKEN,
                        "The upstream sent %s, which was not asked for"
                                .formatted(thing.address().hash()));
            }
        }
    }

    private HttpResponse<byte[]> poll(long after, long seconds) throws IOException, InterruptedException {
        URI uri = upstream.resolve(Exchange.ROOT_PATH + "?after=" + after + "&wait=" + seconds);
        HttpRequest request = to(uri).timeout(POLL_TIMEOUT.plusSeconds(seconds)).build();
        return WholeAnswer.of(client, request, Bundle.BYTES_MAX);
    }

    private HttpRequest.Builder to(URI uri) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        return secret == null ? request : request.header("Authorization", "Bearer " + secret);
    }

    private List<Message.Thing> objects(List<Address> wanted) throws IOException, InterruptedException {
        HttpRequest request = to(upstream.resolve(Exchange.OBJECTS_PATH))
                .timeout(FETCH_TIMEOUT)
                .POST(BodyPublishers.ofByteArray(Message.objectsRequest(wanted)))
                .build();
        HttpResponse<byte[]> response = WholeAnswer.of(client, request, ANSWER_BYTES_MAX);
        return response.statusCode() == 200 ? Message.readObjectsAnswer(response.body()) : List.of();
    }
}
