package noroshi.snapshot;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An answer with its body, or an error; never a wait without end. The JDK's request timeout ends when the headers are there:
 * a line cut in the middle of a body, without a word of farewell, would hold its reader until the next start. What still
 * comes may take its time, but whoever lets a byte drip now and then must not keep us from asking others.
 */
public final class WholeAnswer {
    private static final Duration STALL_MAX = Duration.ofSeconds(15);

    /** After so many times the stall, a body must have grown on average as fast as beacons want their readers to take it. */
    private static final int GRACE_STALLS = 4;

    private static final int BYTES_PER_SECOND_MIN = 256;

    private WholeAnswer() {}

    /**
     * Sends and waits: for the headers as long as the request's own timeout says, then as long as the body grows.
     *
     * @throws IOException no connection, a body of more than {@code bytesMax}, or one that stopped growing
     */
    public static HttpResponse<byte[]> of(HttpClient client, HttpRequest request, long bytesMax)
            throws IOException, InterruptedException {
        return of(client, request, bytesMax, STALL_MAX);
    }

    static HttpResponse<byte[]> of(HttpClient client, HttpRequest request, long bytesMax, Duration stallMax)
            throws IOException, InterruptedException {
        AtomicLong arrived = new AtomicLong();
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, counting(bytesMax, arrived));
        try {
            return await(answer, request, arrived, stallMax);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException broken -> throw broken;
                case RuntimeException bug -> throw bug;
                case null, default -> throw new IOException(e);
            }
        } finally {
            // Does nothing to a complete answer; otherwise the connection goes with it.
            answer.cancel(true);
        }
    }

    private static HttpResponse<byte[]> await(
            CompletableFuture<HttpResponse<byte[]>> answer, HttpRequest request, AtomicLong arrived, Duration stallMax)
            throws HttpTimeoutException, InterruptedException, ExecutionException {
        long before = 0;
        long begun = System.nanoTime();
        while (true) {
            try {
                return answer.get(stallMax.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                long now = arrived.get();
                if (now > 0 && now == before) {
                    throw new HttpTimeoutException("%s stopped in the middle of its answer".formatted(request.uri()));
                }
                if (now == 0) {
                    begun = System.nanoTime();
                }
                Duration passed = Duration.ofNanos(System.nanoTime() - begun);
                if (passed.compareTo(stallMax.multipliedBy(GRACE_STALLS)) > 0
                        && now < passed.toMillis() * BYTES_PER_SECOND_MIN / 1000) {
                    throw new HttpTimeoutException("%s lets its answer drip".formatted(request.uri()));
                }
                before = now;
            }
        }
    }

    /** Counts the headers as one, and the bytes of the body. */
    private static BodyHandler<byte[]> counting(long bytesMax, AtomicLong arrived) {
        BodyHandler<byte[]> limited = BodyHandlers.limiting(BodyHandlers.ofByteArray(), bytesMax);
        return head -> {
            arrived.incrementAndGet();
            return new Counting(limited.apply(head), arrived);
        };
    }

    private record Counting(BodySubscriber<byte[]> body, AtomicLong arrived) implements BodySubscriber<byte[]> {
        @Override
        public CompletionStage<byte[]> getBody() {
            return body.getBody();
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            body.onSubscribe(subscription);
        }

        @Override
        public void onNext(List<ByteBuffer> piece) {
            arrived.addAndGet(piece.stream().mapToLong(ByteBuffer::remaining).sum());
            body.onNext(piece);
        }

        @Override
        public void onError(Throwable broken) {
            body.onError(broken);
        }

        @Override
        public void onComplete() {
            body.onComplete();
        }
    }
}
