package noroshi.letter;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Where a beacon keeps sealed Letters until the office has them and a week longer. Many callers wait for one thread that
 * writes and forces what has gathered, so an fsync serves a whole crowd.
 */
public final class LetterSpool implements Closeable {
    /** A confirmed letter stays this long, for an office that is restored from an older backup. */
    public static final Duration KEPT_AFTER_CONFIRMATION = Duration.ofDays(7);

    static final long SEGMENT_BYTES = 4L << 20;
    private static final int BATCH_LETTERS_MAX = 1000;
    private static final int WAITING_LETTERS_MAX = 100_000;

    /** What became of a letter. */
    public sealed interface Outcome {
        /** Durable. Larger cursors are later letters of this spool. */
        record Kept(long cursor) implements Outcome {}

        /** Not kept: the spool holds as many bytes as it may. Tell the sender so. */
        record Full(long bytesMax) implements Outcome {}

        /** Not kept: the disk failed. Tell the sender so. */
        record Failed(String reason) implements Outcome {}
    }

    /** A letter and its place. */
    public record Stored(long cursor, SealedLetter letter) {}

    private record Waiting(SealedLetter letter, byte[] bytes, CompletableFuture<Outcome> done) {}

    private final Path directory;
    private final long bytesMax;
    private final int lettersMax;
    private final FileChannel lock;
    private final String id;
    private final Confirmations confirmations;
    private final SpoolSegments segments;
    private final SpoolIndex index = new SpoolIndex();
    private final Map<LetterId, CompletableFuture<Outcome>> inFlight = new HashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final GroupCommit<Waiting> gathering =
            new GroupCommit<>("letter-spool", BATCH_LETTERS_MAX, this::commit, this::fail);
    private volatile long commits;
    private long waitingBytes;
    private boolean closed;

    private LetterSpool(Path directory, long bytesMax, int lettersMax, FileChannel lock) throws IOException {
        this.directory = directory;
        this.bytesMax = bytesMax;
        this.lettersMax = lettersMax;
        this.lock = lock;
        this.id = SpoolFiles.id(directory);
        this.segments =
                new SpoolSegments(directory, (letter, cursor) -> index.add(letter.id(), cursor, letter.write().length));
        this.confirmations = Confirmations.open(directory, this::noteConfirmation);
    }

    /** Opens a directory, new or of an earlier run; {@code bytesMax} bounds its files. */
    public static LetterSpool open(Path directory, long bytesMax) {
        return open(directory, bytesMax, Integer.MAX_VALUE);
    }

    /** {@code lettersMax} bounds memory as {@code bytesMax} bounds the files: some {@value SpoolIndex#BYTES_PER_LETTER} bytes each. */
    public static LetterSpool open(Path directory, long bytesMax, int lettersMax) {
        try {
            Files.createDirectories(directory);
            LetterSpool spool = new LetterSpool(directory, bytesMax, lettersMax, SpoolFiles.lock(directory));
            spool.gathering.start();
            return spool;
        } catch (IOException e) {
            throw new UncheckedIOException("Opening the letter spool " + directory + " failed", e);
        }
    }

    /** Names this spool: a cursor means nothing in another one. 32 hexadecimal digits. */
    public String id() {
        return id;
    }

    /** Called after letters became durable, on the committing thread: to wake long polls. Must be quick. */
    public void onAppend(Runnable listener) {
        listeners.add(listener);
    }

    /** Blocks until the letter is durable or refused. */
    public Outcome append(SealedLetter letter) {
        return submit(letter).join();
    }

    /** The same without blocking: completes on the committing thread. A letter that is here already is kept already. */
    public CompletableFuture<Outcome> submit(SealedLetter letter) {
        byte[] bytes = letter.write();
        synchronized (this) {
            int known = index.find(letter.id());
            if (known >= 0) {
                return CompletableFuture.completedFuture(new Outcome.Kept(index.cursor(known)));
            }
            CompletableFuture<Outcome> going = inFlight.get(letter.id());
            if (going != null) {
                return going;
            }
            long size = bytes.length + (long) SpoolSegment.ENTRY_BYTES;
            if (bytes() + waitingBytes + size > bytesMax
                    || index.size() + inFlight.size() >= lettersMax
                    || inFlight.size() >= WAITING_LETTERS_MAX) {
                return CompletableFuture.completedFuture(new Outcome.Full(bytesMax));
            }
            if (closed) {
                return CompletableFuture.completedFuture(new Outcome.Failed("The spool is closed"));
            }
            Waiting waiting = new Waiting(letter, bytes, new CompletableFuture<>());
            gathering.add(waiting);
            inFlight.put(letter.id(), waiting.done());
            waitingBytes += size;
            return waiting.done();
        }
    }

    /** Does nothing to a letter whose sender knows already. */
    private void fail(Waiting waiting) {
        synchronized (this) {
            done(waiting);
        }
        waiting.done().complete(new Outcome.Failed("The beacon was short of memory, or has a mistake"));
    }

    private void commit(List<Waiting> batch) {
        List<Outcome> outcomes = new ArrayList<>();
        try {
            SpoolSegment segment = segmentForMore();
            long[] offsets = segment.append(batch.stream().map(Waiting::bytes).toList());
            commits = commits + 1;
            synchronized (this) {
                for (int i = 0; i < offsets.length; i++) {
                    Waiting kept = batch.get(i);
                    outcomes.add(new Outcome.Kept(
                            note(kept.letter().id(), kept.bytes().length, segment.number(), offsets[i])));
                    done(kept);
                }
            }
        } catch (IOException e) {
            giveUp(batch, outcomes, e);
        }
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).done().complete(outcomes.get(i));
        }
        listeners.forEach(Runnable::run);
    }

    private void done(Waiting waiting) {
        if (inFlight.remove(waiting.letter().id(), waiting.done())) {
            waitingBytes -= waiting.bytes().length + SpoolSegment.ENTRY_BYTES;
        }
    }

    /** After a failed write or fsync nothing is known of that file's tail: the next letters go into a new one. */
    private synchronized void giveUp(List<Waiting> batch, List<Outcome> outcomes, IOException e) {
        outcomes.clear();
        for (Waiting waiting : batch) {
            outcomes.add(new Outcome.Failed(String.valueOf(e)));
            done(waiting);
        }
        try {
            segments.start();
        } catch (IOException again) {
            e.addSuppressed(again);
        }
    }

    private synchronized SpoolSegment segmentForMore() throws IOException {
        return segments.forMore(Math.min(SEGMENT_BYTES, bytesMax / 4));
    }

    private long note(LetterId letter, int bytes, int segment, long offset) {
        long cursor = SpoolSegments.cursor(segment, offset);
        index.add(letter, cursor, bytes);
        return cursor;
    }

    private void noteConfirmation(LetterId letter, long atMs) {
        int position = index.find(letter);
        if (position >= 0) {
            index.confirm(position, atMs);
        }
    }

    /** At most {@code lettersMax} letters and {@code bytesMax} bytes (but at least one letter) after a cursor; 0 is the beginning. */
    public synchronized List<Stored> after(long cursor, int lettersMax, long bytesMax) {
        List<Stored> stored = new ArrayList<>();
        long bytes = 0;
        for (int at = index.after(cursor); at < index.size() && stored.size() < lettersMax; at++) {
            bytes += index.bytes(at);
            if (bytes > bytesMax && !stored.isEmpty()) {
                break;
            }
            SealedLetter letter = read(at);
            if (letter != null) {
                stored.add(new Stored(index.cursor(at), letter));
            }
        }
        return stored;
    }

    /** The same for letters that neither the office nor another beacon is known to have, wherever they stand. */
    public synchronized List<SealedLetter> uncopied(int lettersMax, long bytesMax) {
        List<SealedLetter> letters = new ArrayList<>();
        long bytes = 0;
        for (int at = index.uncopied(0);
                at < index.size() && letters.size() < lettersMax;
                at = index.uncopied(at + 1)) {
            if (index.isConfirmed(at)) {
                index.copied(at);
                continue;
            }
            bytes += index.bytes(at);
            if (bytes > bytesMax && !letters.isEmpty()) {
                break;
            }
            SealedLetter letter = read(at);
            if (letter != null) {
                letters.add(letter);
            }
        }
        return letters;
    }

    /** Another beacon holds them. Known until this spool is closed: after that they are offered again, which does no harm. */
    public synchronized void copied(Collection<LetterId> ids) {
        for (LetterId letter : ids) {
            int position = index.find(letter);
            if (position >= 0) {
                index.copied(position);
            }
        }
    }

    /** The other beacon lost its disk, or is another one. */
    public synchronized void forgetCopies() {
        index.forgetCopies();
    }

    /** Null for one whose bytes rotted: another beacon may have it whole, and those behind it must not wait for it. */
    private @Nullable SealedLetter read(int position) {
        try {
            byte[] bytes = segments.read(index.cursor(position), index.bytes(position));
            return bytes == null ? null : SealedLetter.read(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading the letter spool " + directory + " failed", e);
        }
    }

    /** The office has them. Ids unknown here are passed over. Durable when it returns. */
    public synchronized void confirm(Collection<LetterId> ids, Instant now) {
        List<LetterId> news =
                ids.stream().filter(this::awaitsConfirmation).distinct().toList();
        try {
            if (!news.isEmpty()) {
                confirmations.add(news, now);
                news.forEach(letter -> noteConfirmation(letter, now.toEpochMilli()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Confirming in the letter spool " + directory + " failed", e);
        }
    }

    private boolean awaitsConfirmation(LetterId letter) {
        int position = index.find(letter);
        return position >= 0 && !index.isConfirmed(position);
    }

    /**
     * Erases what was confirmed {@link #KEPT_AFTER_CONFIRMATION} ago; when more than three quarters are full, confirmed ones go
     * earlier, the oldest first, so that a flood that the office has taken already does not turn new letters away. To be
     * called now and then. How many were erased.
     */
    public synchronized int sweep(Instant now) {
        BitSet due = index.due(now.minus(KEPT_AFTER_CONFIRMATION).toEpochMilli(), bytes(), bytesMax, lettersMax);
        if (due.isEmpty()) {
            return 0;
        }
        try {
            for (int position = due.nextSetBit(0); position >= 0; position = due.nextSetBit(position + 1)) {
                segments.erase(index.cursor(position), index.bytes(position));
            }
            segments.force();
            int erased = due.cardinality();
            index.drop(due);
            confirmations.rewrite(index);
            segments.dropEmpty(index);
            return erased;
        } catch (IOException e) {
            throw new UncheckedIOException("Sweeping the letter spool " + directory + " failed", e);
        }
    }

    /** Bytes of the files, erased letters included until their file goes. */
    public synchronized long bytes() {
        return segments.bytes();
    }

    /** Letters that stand here only, as far as is known. */
    public synchronized int alone() {
        return index.alone();
    }

    /** Times a batch was forced to disk since the opening: letters divided by these is what an fsync serves. */
    public long commits() {
        return commits;
    }

    /** Letters that no office has confirmed yet. */
    public synchronized int unconfirmed() {
        return index.unconfirmed();
    }

    /** Between 0 and 1 (full), by bytes or by letters, whichever is nearer to the limit. */
    public synchronized double filled() {
        return Math.max((double) bytes() / bytesMax, (double) index.size() / lettersMax);
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        try {
            gathering.end();
            synchronized (this) {
                segments.close();
                confirmations.close();
                lock.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException("Closing the letter spool " + directory + " failed", e);
        }
    }
}
