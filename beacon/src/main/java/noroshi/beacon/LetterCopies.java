package noroshi.beacon;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import noroshi.letter.LetterClient;
import noroshi.letter.LetterExchange;
import noroshi.letter.LetterId;
import noroshi.letter.LetterSpool;
import noroshi.letter.SealedLetter;
import org.jspecify.annotations.Nullable;

/**
 * Sends each Letter to a second beacon while the own disk writes it, whole crowds in one request. Nobody waits longer than
 * {@link #WAIT}; while no other beacon answers nobody waits at all, and what they missed is sent when one is back.
 */
final class LetterCopies implements AutoCloseable {

    /** How long a receipt may wait for the second copy. */
    static final Duration WAIT = Duration.ofSeconds(1);

    static final int WAITING_MAX = 2 * LetterDesk.WAITING_MAX;
    private static final Duration CATCH_UP_WAIT = Duration.ofSeconds(5);
    private static final long PAUSE_NS = TimeUnit.SECONDS.toNanos(1);
    private static final long FULL_PAUSE_NS = 30 * PAUSE_NS;
    private static final long ASKING_PAUSE_NS = 10 * PAUSE_NS;
    private static final int QUIET_MS = 200;
    /** Fewer are probably on their way already. */
    private static final int MORE_MISSED_MIN = 100;

    private static final System.Logger LOG = System.getLogger("noroshi.beacon");

    private record Waiting(SealedLetter letter, CompletableFuture<Boolean> copied) {}

    private final List<URI> beacons;
    private final LetterSpool spool;
    private final List<LetterClient> clients;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(WAIT)
            .build();
    private final ArrayBlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(WAITING_MAX);
    private final AtomicLong copied = new AtomicLong();
    private final Thread sender;
    private int next;
    private String heldBy = "";
    private boolean warned;
    private long retryAtNs = System.nanoTime();
    private long caughtUpAtNs = retryAtNs;
    private long askedAtNs = retryAtNs - ASKING_PAUSE_NS;
    private boolean missedMore;
    private volatile boolean reachable = true;
    private volatile boolean running = true;

    /** @param beacons admin addresses, in order of preference: one copy more is enough */
    LetterCopies(List<URI> beacons, String secret, LetterSpool spool) {
        this.beacons = beacons;
        this.spool = spool;
        clients = beacons.stream()
                .map(beacon -> new LetterClient(http, beacon, secret))
                .toList();
        sender = Thread.ofPlatform().name("beacon-copies").daemon().start(this::sendForever);
    }

    /** True once another beacon holds it durably; false when that is not so in time. Never fails. */
    CompletableFuture<Boolean> copy(SealedLetter letter) {
        var waiting = new Waiting(letter, new CompletableFuture<>());
        if (!reachable || !queue.offer(waiting)) return CompletableFuture.completedFuture(false);
        return waiting.copied.completeOnTimeout(false, WAIT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Letters another beacon took since the start. */
    long copied() {
        return copied.get();
    }

    boolean isReachable() {
        return reachable;
    }

    private void sendForever() {
        while (running) {
            try {
                var first = queue.poll(missedMore ? 1 : QUIET_MS, TimeUnit.MILLISECONDS);
                if (first != null) send(gathered(first));
                // New Letters never stop in a surge: what was missed must get its turn too.
                if (first == null || missedMore || System.nanoTime() - caughtUpAtNs > PAUSE_NS) catchUp();
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException bug) {
                LOG.log(System.Logger.Level.ERROR, "Copying Letters failed; it goes on.", bug);
            }
        }
    }

    private List<Waiting> gathered(Waiting first) {
        var batch = new ArrayList<>(List.of(first));
        long bytes = first.letter.ciphertext().length;
        while (batch.size() < LetterExchange.REPLICA_LETTERS_MAX && bytes < LetterExchange.REPLICA_BYTES_MAX) {
            var more = queue.poll();
            if (more == null) break;
            bytes += more.letter.ciphertext().length;
            batch.add(more);
        }
        return batch;
    }

    private void send(List<Waiting> batch) throws InterruptedException {
        var kept = reachable ? sent(batch.stream().map(Waiting::letter).toList(), WAIT) : null;
        var ids = kept == null ? java.util.Set.<LetterId>of() : java.util.Set.copyOf(kept);
        for (var waiting : batch) waiting.copied.complete(ids.contains(waiting.letter.id()));
    }

    /** What the second beacon missed: sent while it was away, or before this process began. */
    private void catchUp() throws InterruptedException {
        missedMore = false;
        caughtUpAtNs = System.nanoTime();
        if (caughtUpAtNs - retryAtNs < 0) return;
        var missed = spool.uncopied(LetterExchange.REPLICA_LETTERS_MAX, LetterExchange.REPLICA_BYTES_MAX);
        // An empty batch asks whether anyone is there, and whose spool it is: a disk may be lost while nothing comes
        // in.
        if (missed.isEmpty() && reachable && caughtUpAtNs - askedAtNs < ASKING_PAUSE_NS) return;
        var kept = sent(missed, CATCH_UP_WAIT);
        if (kept == null) return;
        // A full neighbour is not asked again at once.
        if (kept.size() < missed.size()) retryAtNs = System.nanoTime() + FULL_PAUSE_NS;
        else missedMore = missed.size() > MORE_MISSED_MIN;
    }

    /** Null when no beacon answered. */
    private @Nullable List<LetterId> sent(List<SealedLetter> letters, Duration limit) throws InterruptedException {
        askedAtNs = System.nanoTime();
        for (int tried = 0; tried < clients.size(); tried++) {
            try {
                var answer = clients.get(next).copy(letters, limit);
                if (answer.spoolId().equals(spool.id())) throw new IOException(beacons.get(next) + " is this beacon");
                held(answer);
                return answer.letters();
            } catch (IOException e) {
                warn(e);
                next = (next + 1) % clients.size();
            }
        }
        reachable = false;
        retryAtNs = System.nanoTime() + PAUSE_NS;
        return null;
    }

    private void held(LetterClient.Copied answer) {
        // Another spool than before: a neighbour that lost its disk, or the next in the list. It gets everything.
        if (!heldBy.isEmpty() && !heldBy.equals(answer.spoolId())) spool.forgetCopies();
        heldBy = answer.spoolId();
        spool.copied(answer.letters());
        copied.addAndGet(answer.letters().size());
        reachable = true;
        warned = false;
    }

    private void warn(IOException e) {
        if (!warned) LOG.log(System.Logger.Level.WARNING, "No copies of Letters at {0}: {1}", beacons.get(next), e);
        warned = true;
    }

    @Override
    public void close() {
        running = false;
        sender.interrupt();
        http.shutdownNow();
    }
}
