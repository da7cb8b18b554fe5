package noroshi.letter;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import noroshi.snapshot.WholeAnswer;

/**
 * The office's connection to one beacon's letters; also how a beacon hands a copy to a second one. The office keeps the
 * spool's id and the last cursor, acts once per letter id, then confirms.
 */
public final class LetterClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final long BATCH_BYTES_MAX = LetterExchange.BATCH_BYTES + 2L * SealedLetter.BYTES_MAX;

    /** Letters in the order they came to this beacon; empty if none came in time (then spoolId is what was asked with). */
    public record Batch(String spoolId, List<LetterSpool.Stored> letters) {
        /** Where to go on, or {@code before} if nothing came. */
        public long cursor(long before) {
            return letters.isEmpty() ? before : letters.getLast().cursor();
        }
    }

    /** Which letters another beacon's spool holds now. */
    public record Copied(String spoolId, List<LetterId> letters) {}

    private final HttpClient client;
    private final URI admin;
    private final String bearer;

    public LetterClient(HttpClient client, URI admin, String bearer) {
        this.client = client;
        this.admin = admin;
        this.bearer = bearer;
    }

    /**
     * Waits at most {@code wait} (55 s) for letters after a cursor. Start with "" and 0.
     *
     * @throws IOException no connection, or a status that is none of 200 and 204
     */
    public Batch fetch(String spoolId, long after, Duration wait) throws IOException, InterruptedException {
        long seconds = Math.clamp(wait.toSeconds(), 0, LetterExchange.WAIT_SECONDS_MAX);
        String query = "?spool=" + spoolId + "&after=" + after + "&wait=" + seconds;
        HttpRequest request = request(LetterExchange.LETTERS_PATH + query)
                .timeout(Duration.ofSeconds(seconds + 10))
                .build();
        HttpResponse<byte[]> response = send(request);
        return switch (response.statusCode()) {
            case 200 -> LetterExchange.readBatch(response.body());
            case 204 -> new Batch(spoolId, List.of());
            default -> throw unexpected(response);
        };
    }

    /** Tells the beacon that these are safe in the office. */
    public void confirm(List<LetterId> ids) throws IOException, InterruptedException {
        for (int from = 0; from < ids.size(); from += 10_000) {
            byte[] body = LetterExchange.writeConfirm(ids.subList(from, Math.min(ids.size(), from + 10_000)));
            HttpResponse<byte[]> response = send(request(LetterExchange.CONFIRM_PATH)
                    .POST(BodyPublishers.ofByteArray(body))
                    .build());
            if (response.statusCode() != 204) {
                throw unexpected(response);
            }
        }
    }

    /**
     * Beacon to beacon: returns once it is known which of these are durable there. At most
     * {@link LetterExchange#REPLICA_LETTERS_MAX} letters.
     *
     * @throws IOException not reached, refused, or not answered within {@code limit}
     */
    public Copied copy(List<SealedLetter> letters, Duration limit) throws IOException, InterruptedException {
        HttpRequest request = request(LetterExchange.REPLICA_PATH)
                .timeout(limit)
                .POST(BodyPublishers.ofByteArray(LetterExchange.writeReplica(letters)))
                .build();
        HttpResponse<byte[]> response = send(request);
        if (response.statusCode() != 200) {
            throw unexpected(response);
        }
        try {
            return LetterExchange.readReplicated(response.body(), letters);
        } catch (LetterBroken e) {
            throw new IOException("%s answered nonsense: %s".formatted(admin, e.getMessage()), e);
        }
    }

    private HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(admin.resolve(target))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + bearer);
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        return WholeAnswer.of(client, request, BATCH_BYTES_MAX);
    }

    private IOException unexpected(HttpResponse<byte[]> response) {
        return new IOException(
                "Status %d from %s. Maybe the bearer secret differs.".formatted(response.statusCode(), admin));
    }
}
