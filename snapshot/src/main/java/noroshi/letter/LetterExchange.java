package noroshi.letter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import noroshi.letter.LetterSpool.Outcome;
import noroshi.letter.LetterSpool.Stored;
import noroshi.snapshot.Response;

/** The admin port's endpoints for Letters, without the HTTP: bytes in, bytes out, behind the bearer secret. */
public final class LetterExchange {
    /** GET {@code ?spool=ID&after=CURSOR&wait=SECONDS}: 200 with a batch, or 204 when none came in time. */
    public static final String LETTERS_PATH = "/.noroshi/v1/letters";
    /** POST ids: 204. */
    public static final String CONFIRM_PATH = "/.noroshi/v1/letters/confirm";
    /** POST a batch of sealed letters from another beacon: 200 once those that fit are durable here, with which those are. */
    public static final String REPLICA_PATH = "/.noroshi/v1/letters/replica";

    public static final int WAIT_SECONDS_MAX = 55;
    public static final int CONFIRM_BYTES_MAX = 8 + 16 * 10_000;
    public static final long REPLICA_BYTES_MAX = 2L << 20;
    public static final int REPLICA_LETTERS_MAX = 1000;
    static final int BATCH_LETTERS_MAX = 1000;
    static final long BATCH_BYTES = 4L << 20;
    private static final int BATCH = 0x4E4C4231;
    private static final int CONFIRM = 0x4E4C4331;
    private static final int REPLICA = 0x4E4C5231;
    private static final int REPLICATED = 0x4E4C4131;

    private final LetterSpool spool;

    public LetterExchange(LetterSpool spool) {
        this.spool = spool;
    }

    /**
     * Letters after a cursor. A cursor of another spool counts as the beginning. 204 when there is none: to wait, hang the
     * request on {@link LetterSpool#onAppend} and ask again.
     */
    public Response letters(String spoolId, long after) {
        long cursor = spoolId.equals(spool.id()) ? after : 0;
        List<Stored> stored = spool.after(cursor, BATCH_LETTERS_MAX, BATCH_BYTES);
        return stored.isEmpty() ? Response.empty(204) : Response.of(200, writeBatch(spool.id(), stored));
    }

    public Response confirm(byte[] request, Instant now) {
        try {
            spool.confirm(readConfirm(request), now);
            return Response.empty(204);
        } catch (LetterBroken e) {
            return Response.text(400, String.valueOf(e.getMessage()));
        }
    }

    /** Completes once it is known of each letter whether it is durable here; one fsync serves them all. */
    public CompletableFuture<Response> replica(byte[] request) {
        try {
            List<SealedLetter> letters = readReplica(request);
            List<CompletableFuture<Outcome>> outcomes =
                    letters.stream().map(spool::submit).toList();
            return CompletableFuture.allOf(outcomes.toArray(CompletableFuture[]::new))
                    .thenApply(all -> Response.of(200, replicated(letters, outcomes)));
        } catch (LetterBroken e) {
            return CompletableFuture.completedFuture(Response.text(400, String.valueOf(e.getMessage())));
        }
    }

    /** mark "NLA1" | 32 spool id | u32 count | count × u8 (1: durable here). */
    private byte[] replicated(List<SealedLetter> letters, List<CompletableFuture<Outcome>> outcomes) {
        byte[] kept = new byte[letters.size()];
        List<LetterId> ids = new ArrayList<>();
        for (int i = 0; i < kept.length; i++) {
            if (outcomes.get(i).join() instanceof Outcome.Kept) {
                kept[i] = 1;
                ids.add(letters.get(i).id());
            }
        }
        // Whoever sent them has them: they need not go back.
        spool.copied(ids);
        return new Out()
                .u32(REPLICATED)
                .bytes(spool.id().getBytes(StandardCharsets.US_ASCII))
                .u32(kept.length)
                .bytes(kept)
                .toBytes();
    }

    /** mark "NLR1" | u32 count | count × (u32 bytes, sealed letter). */
    static byte[] writeReplica(List<SealedLetter> letters) {
        Out out = new Out().u32(REPLICA).u32(letters.size());
        letters.forEach(letter -> out.block32(letter.write()));
        return out.toBytes();
    }

    private static List<SealedLetter> readReplica(byte[] bytes) {
        In in = new In(bytes);
        in.mark(REPLICA);
        int count = in.length(REPLICA_LETTERS_MAX);
        List<SealedLetter> letters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            letters.add(SealedLetter.read(in.block32(SealedLetter.BYTES_MAX + 256)));
        }
        in.end();
        return letters;
    }

    static LetterClient.Copied readReplicated(byte[] bytes, List<SealedLetter> letters) {
        In in = new In(bytes);
        in.mark(REPLICATED);
        String spoolId = new String(in.bytes(32), StandardCharsets.US_ASCII);
        byte[] kept = in.block32(letters.size());
        in.end();
        List<LetterId> ids = new ArrayList<>();
        for (int i = 0; i < kept.length; i++) {
            if (kept[i] == 1) {
                ids.add(letters.get(i).id());
            }
        }
        return new LetterClient.Copied(spoolId, List.copyOf(ids));
    }

    /** mark "NLB1" | 32 spool id | u32 count | count × (u64 cursor, u32 bytes, sealed letter). */
    static byte[] writeBatch(String spoolId, List<Stored> stored) {
        Out out = new Out()
                .u32(BATCH)
                .bytes(spoolId.getBytes(StandardCharsets.US_ASCII))
                .u32(stored.size());
        stored.forEach(one -> out.u64(one.cursor()).block32(one.letter().write()));
        return out.toBytes();
    }

    static LetterClient.Batch readBatch(byte[] bytes) {
        In in = new In(bytes);
        in.mark(BATCH);
        String spoolId = new String(in.bytes(32), StandardCharsets.US_ASCII);
        int count = in.length(BATCH_LETTERS_MAX);
        List<Stored> stored = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            stored.add(new Stored(in.u64(), SealedLetter.read(in.block32(SealedLetter.BYTES_MAX + 256))));
        }
        in.end();
        return new LetterClient.Batch(spoolId, List.copyOf(stored));
    }

    /** mark "NLC1" | u32 count | count × 16 id. */
    static byte[] writeConfirm(List<LetterId> ids) {
        Out out = new Out().u32(CONFIRM).u32(ids.size());
        ids.forEach(out::id);
        return out.toBytes();
    }

    private static List<LetterId> readConfirm(byte[] bytes) {
        In in = new In(bytes);
        in.mark(CONFIRM);
        int count = in.length((CONFIRM_BYTES_MAX - 8) / 16);
        List<LetterId> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(in.id());
        }
        in.end();
        return ids;
    }
}
