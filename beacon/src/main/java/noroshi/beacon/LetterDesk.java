package noroshi.beacon;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import noroshi.letter.Letter;
import noroshi.letter.LetterId;
import noroshi.letter.LetterSpool;
import noroshi.letter.Receipt;
import noroshi.letter.Seal;
import noroshi.snapshot.Settings.LetterKey;
import org.jspecify.annotations.Nullable;

/**
 * Takes Letters over the counter: seals each to the office's key, hands it to the spool, and gives out the receipt only once
 * the disk has it. What waits is bounded in number and bytes; beyond that nothing is taken.
 */
final class LetterDesk implements AutoCloseable {

    static final int WAITING_MAX = 1024;
    static final long WAITING_BYTES_MAX = 8L << 20;
    private static final int SEALERS = 2;
    private static final int BYTES_PER_FIELD = 64;
    private static final CompletableFuture<Boolean> NOWHERE = CompletableFuture.completedFuture(false);

    /** What became of a letter. */
    sealed interface Outcome {
        /** On disk, with this receipt and in so many copies. */
        record Kept(Receipt receipt, int copies) implements Outcome {}

        /** The spool is full, broken or flooded. Nothing was kept. */
        record Full() implements Outcome {}
    }

    private record Sealing(LetterKey key, Seal seal) {}

    private static final System.Logger LOG = System.getLogger("noroshi.beacon");

    private final LetterSpool spool;
    private final @Nullable LetterCopies copies;
    private final FormShares shares;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final ThreadPoolExecutor sealers = new ThreadPoolExecutor(
            SEALERS,
            SEALERS,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING_MAX),
            Thread.ofPlatform().name("beacon-sealer-", 0).daemon().factory());
    private final AtomicLong waitingBytes = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();
    private volatile @Nullable Sealing sealing;

    /** @param copies to a second beacon; null where there is none */
    LetterDesk(LetterSpool spool, @Nullable LetterCopies copies, FormShares shares, InstantSource clock) {
        this.spool = spool;
        this.copies = copies;
        this.clock = clock;
        this.shares = shares;
    }

    /** {@code told} is called once, from another thread or, when nothing can be taken, from this one. */
    void take(LetterKey key, String site, String form, Map<String, String> fields, Consumer<Outcome> told) {
        long bytes = 0;
        for (var value : fields.values()) bytes += BYTES_PER_FIELD + 2L * value.length();
        long size = bytes;
        if (!shares.admits(site, form, spool.filled())) {
            told.accept(new Outcome.Full());
            return;
        }
        if (waitingBytes.addAndGet(size) > WAITING_BYTES_MAX) {
            finish(size, new Outcome.Full(), told);
            return;
        }
        try {
            sealers.execute(() -> seal(key, site, form, fields, outcome -> finish(size, outcome, told)));
        } catch (RejectedExecutionException flooded) {
            finish(size, new Outcome.Full(), told);
        }
    }

    /** Letters that wait to be sealed. */
    int waiting() {
        return sealers.getQueue().size();
    }

    /** Letters kept since the start. */
    long taken() {
        return taken.get();
    }

    private void finish(long size, Outcome outcome, Consumer<Outcome> told) {
        waitingBytes.addAndGet(-size);
        told.accept(outcome);
    }

    private void seal(LetterKey key, String site, String form, Map<String, String> fields, Consumer<Outcome> told) {
        try {
            var now = clock.instant();
            var receipt = Receipt.issue(now, random);
            var id = LetterId.next(now, random);
            var letter = new Letter(id, site, form, now, fields, receipt.number(), receipt.code());
            var sealed = seal(key).seal(letter);
            shares.took(site, form, sealed.ciphertext().length);
            var there = copies == null ? NOWHERE : copies.copy(sealed);
            var unused = spool.submit(sealed)
                    .thenAcceptBoth(there, (here, copied) -> told.accept(outcome(here, copied, receipt)));
        } catch (RuntimeException | VirtualMachineError bug) {
            // A full heap too: whoever waits must be told, and what waits is counted.
            LOG.log(System.Logger.Level.ERROR, "A letter could not be sealed. Maybe the letter key is wrong.", bug);
            told.accept(new Outcome.Full());
        }
    }

    /** One durable place is enough for a receipt, even if it is not here. */
    private Outcome outcome(LetterSpool.Outcome here, boolean copied, Receipt receipt) {
        int copies = (isKept(here) ? 1 : 0) + (copied ? 1 : 0);
        if (copies == 0) return new Outcome.Full();
        taken.incrementAndGet();
        return new Outcome.Kept(receipt, copies);
    }

    private static boolean isKept(LetterSpool.Outcome here) {
        return switch (here) {
            case LetterSpool.Outcome.Kept kept -> true;
            case LetterSpool.Outcome.Full full -> false;
            case LetterSpool.Outcome.Failed(String reason) -> {
                LOG.log(System.Logger.Level.ERROR, "Letters are not kept here; their senders are told so: {0}", reason);
                yield false;
            }
        };
    }

    private Seal seal(LetterKey key) {
        var known = sealing;
        if (known == null || !known.key.equals(key)) {
            known = new Sealing(key, new Seal(key, random));
            sealing = known;
        }
        return known.seal;
    }

    @Override
    public void close() {
        sealers.shutdownNow();
    }
}
