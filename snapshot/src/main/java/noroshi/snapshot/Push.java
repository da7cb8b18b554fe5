package noroshi.snapshot;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The office's connection to one first beacon: sends what the beacon lacks of the newest snapshot. Usually one round trip,
 * since the writer knows what the last publishes wrote; after a cut or a restart the beacon tells what is missing.
 */
public final class Push {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /** What came of one push. */
    public sealed interface Outcome {
        /** The beacon serves this version now. */
        record Served(long version, int rounds) implements Outcome {}

        /** The beacon serves something newer: tell the writer {@code atLeast} and publish again. */
        record Older(long served, String reason) implements Outcome {}

        /** The beacon does not take it (secret, signature, size): an administrator must look. */
        record Refused(int status, String reason) implements Outcome {}

        /** No connection, or it broke: try again later, what arrived stays. */
        record Unreachable(String reason) implements Outcome {}

        /** Nothing was published yet. */
        record Nothing() implements Outcome {}
    }

    private final HttpClient client;
    private final URI admin;
    private final String bearer;
    private long served = -1;

    /** {@code admin}: the beacon's admin address such as {@code http://127.0.0.1:9901}; {@code bearer}: its secret. */
    public Push(HttpClient client, URI admin, String bearer) {
        this.client = client;
        this.admin = admin;
        this.bearer = bearer;
    }

    /** Brings the beacon to the writer's newest snapshot. Blocks; one call at a time. */
    public synchronized Outcome send(SnapshotWriter writer) throws InterruptedException {
        Snapshot snapshot = writer.current();
        return snapshot == null
                ? new Outcome.Nothing()
                : send(snapshot, writer.log().since(served));
    }

    /** The same with a copy that a mirror holds: what came on a USB stick goes on to a beacon that runs. */
    public synchronized Outcome send(Mirror mirror) throws InterruptedException {
        Snapshot snapshot = mirror.current();
        return snapshot == null ? new Outcome.Nothing() : send(snapshot, null);
    }

    private Outcome send(Snapshot snapshot, @Nullable Collection<Address> probably) throws InterruptedException {
        byte[] bundle = snapshot.bundle().bytes();
        Collection<Address> next = probably;
        for (int rounds = 1; ; rounds++) {
            HttpResponse<byte[]> response;
            List<Message.Thing> things = Message.batch(snapshot.layout(), next == null ? List.of() : next);
            try {
                response = post(Message.push(bundle, things));
            } catch (IOException e) {
                return new Outcome.Unreachable(String.valueOf(e));
            }
            if (response.statusCode() != 200) {
                return refused(response);
            }
            Message.PushAnswer answer = Message.readPushAnswer(response.body());
            served = answer.version();
            if (answer.missing().isEmpty()) {
                return new Outcome.Served(served, rounds);
            }
            if (rounds > 1 && things.isEmpty()) {
                return new Outcome.Unreachable("The beacon misses %d things that this store lacks too. Publish again."
                        .formatted(answer.missing().size()));
            }
            next = answer.missing();
        }
    }

    private HttpResponse<byte[]> post(byte[] body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(admin.resolve(Exchange.PUSH_PATH))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + bearer)
                .header("Content-Type", Response.BINARY)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return WholeAnswer.of(client, request, Exchange.OBJECTS_REQUEST_BYTES_MAX + 1024L);
    }

    private Outcome refused(HttpResponse<byte[]> response) {
        String reason = new String(response.body(), StandardCharsets.UTF_8).strip();
        String first = reason.lines().findFirst().orElse("");
        if (response.statusCode() == Refused.OLD && first.matches("[0-9]{1,18}")) {
            served = Long.parseLong(first);
            return new Outcome.Older(served, reason.substring(first.length()).strip());
        }
        return new Outcome.Refused(response.statusCode(), reason);
    }
}
