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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

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

    private record Place(long cursor, int bytes) {}

    private record Waiting(SealedLetter letter, byte[] bytes, CompletableFuture<Outcome> done) {}

    private final Path directory;
    private final long bytesMax;
    private final FileChannel lock;
    private final String id;
    private final Confirmations confirmations;
    private final NavigableMap<Integer, SpoolSegment> segments = new TreeMap<>();
    private final NavigableMap<Long, LetterId> byCursor = new TreeMap<>();
    private final Map<LetterId, Place> places = new HashMap<>();
    /** Empty asks the committer to end after what stands before it. */
    private final BlockingQueue<Optional<Waiting>> queue = new LinkedBlockingQueue<>();

    private final Map<LetterId, CompletableFuture<Outcome>> inFlight = new HashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Thread committer;
    private long waitingBytes;
    private boolean closed;

    private LetterSpool(Path directory, long bytesMax, FileChannel lock) throws IOException {
        this.directory = directory;
        this.bytesMax = bytesMax;
        this.lock = lock;
        this.id = SpoolFiles.id(directory);
        this.confirmations = Confirmations.open(directory);
        for (int number : SpoolFiles.numbers(directory)) {
            segments.put(
                    number, SpoolSegment.open(directory, number, (letter, offset) -> note(letter, number, offset)));
        }
        this.committer = Thread.ofPlatform().daemon().name("letter-spool").unstarted(this::commitForever);
    }

    /** Opens a directory, new or of an earlier run; {@code bytesMax} bounds its files. */
    public static LetterSpool open(Path directory, long bytesMax) {
        try {
            Files.createDirectories(directory);
            LetterSpool spool = new LetterSpool(directory, bytesMax, SpoolFiles.lock(directory));
            spool.committer.start();
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
            Place known = places.get(letter.id());
            if (known != null) {
                return CompletableFuture.completedFuture(new Outcome.Kept(known.cursor()));
            }
            CompletableFuture<Outcome> going = inFlight.get(letter.id());
            if (going != null) {
                return going;
            }
            long size = bytes.length + (long) SpoolSegment.ENTRY_BYTES;
            if (bytes() + waitingBytes + size > bytesMax || inFlight.size() >= WAITING_LETTERS_MAX) {
                return CompletableFuture.completedFuture(new Outcome.Full(bytesMax));
            }
            if (closed) {
                return CompletableFuture.completedFuture(new Outcome.Failed("The spool is closed"));
            }
            Waiting waiting = new Waiting(letter, bytes, new CompletableFuture<>());
            queue.add(Optional.of(waiting));
            inFlight.put(letter.id(), waiting.done());
            waitingBytes += size;
            return waiting.done();
        }
    }

    private void commitForever() {
        boolean going = true;
        while (going) {
            List<Optional<Waiting>> taken = new ArrayList<>();
            try {
                taken.add(queue.take());
            } catch (InterruptedException e) {
                // Nobody here interrupts; whoever does must not cost a letter.
                continue;
            }
            queue.drainTo(taken, BATCH_LETTERS_MAX - 1);
            List<Waiting> batch = taken.stream().flatMap(Optional::stream).toList();
            going = batch.size() == taken.size();
            if (!batch.isEmpty()) {
                commit(batch);
            }
        }
    }

    private void commit(List<Waiting> batch) {
        List<Outcome> outcomes = new ArrayList<>();
        try {
            SpoolSegment segment = segmentForMore();
            long[] offsets = segment.append(batch.stream().map(Waiting::bytes).toList());
            synchronized (this) {
                for (int i = 0; i < offsets.length; i++) {
                    outcomes.add(new Outcome.Kept(note(batch.get(i).letter(), segment.number(), offsets[i])));
                    done(batch.get(i));
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
        waitingBytes -= waiting.bytes().length + SpoolSegment.ENTRY_BYTES;
        inFlight.remove(waiting.letter().id());
    }

    /** After a failed write or fsync nothing is known of that file's tail: the next letters go into a new one. */
    private synchronized void giveUp(List<Waiting> batch, List<Outcome> outcomes, IOException e) {
        outcomes.clear();
        for (Waiting waiting : batch) {
            outcomes.add(new Outcome.Failed(String.valueOf(e)));
            done(waiting);
        }
        try {
            startSegment();
        } catch (IOException again) {
            e.addSuppressed(again);
        }
    }

    private synchronized SpoolSegment segmentForMore() throws IOException {
        Map.Entry<Integer, SpoolSegment> last = segments.lastEntry();
        return last == null || last.getValue().end() >= Math.min(SEGMENT_BYTES, bytesMax / 4)
                ? startSegment()
                : last.getValue();
    }

    private SpoolSegment startSegment() throws IOException {
        // Numbers go on after the last one ever used, so that cursors only grow.
        int number = Math.max(segments.isEmpty() ? 0 : segments.lastKey(), SpoolFiles.number(directory)) + 1;
        SpoolSegment segment = SpoolSegment.open(directory, number, (letter, offset) -> {});
        SpoolFiles.writeSmall(directory.resolve("number"), Integer.toString(number));
        segments.put(number, segment);
        SpoolFiles.force(directory);
        return segment;
    }

    private long note(SealedLetter letter, int segment, long offset) {
        long cursor = cursor(segment, offset);
        places.put(letter.id(), new Place(cursor, letter.write().length));
        byCursor.put(cursor, letter.id());
        return cursor;
    }

    /** At most {@code lettersMax} letters and {@code bytesMax} bytes (but at least one letter) after a cursor; 0 is the beginning. */
    public synchronized List<Stored> after(long cursor, int lettersMax, long bytesMax) {
        List<Stored> stored = new ArrayList<>();
        long bytes = 0;
        for (Map.Entry<Long, LetterId> entry : byCursor.tailMap(cursor, false).entrySet()) {
            Place place = places.get(entry.getValue());
            if (place == null || stored.size() == lettersMax) {
                break;
            }
            bytes += place.bytes();
            if (bytes > bytesMax && !stored.isEmpty()) {
                break;
            }
            stored.add(new Stored(entry.getKey(), read(place)));
        }
        return stored;
    }

    private SealedLetter read(Place place) {
        try {
            SpoolSegment segment = segments.get(segment(place.cursor()));
            if (segment == null) {
                throw new IOException("Segment " + segment(place.cursor()) + " is gone");
            }
            return SealedLetter.read(segment.read(offset(place.cursor()), place.bytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading the letter spool " + directory + " failed", e);
        }
    }

    /** The office has them. Ids unknown here are passed over. Durable when it returns. */
    public synchronized void confirm(Collection<LetterId> ids, Instant now) {
        List<LetterId> news = ids.stream()
                .filter(letter ->
                        places.containsKey(letter) && !confirmations.since().containsKey(letter))
                .distinct()
                .toList();
        try {
            if (!news.isEmpty()) {
                confirmations.add(news, now);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Confirming in the letter spool " + directory + " failed", e);
        }
    }

    /** Erases what was confirmed {@link #KEPT_AFTER_CONFIRMATION} ago: to be called now and then. How many were erased. */
    public synchronized int sweep(Instant now) {
        List<LetterId> due = confirmations.since().entrySet().stream()
                .filter(entry -> !entry.getValue().plus(KEPT_AFTER_CONFIRMATION).isAfter(now))
                .map(Map.Entry::getKey)
                .toList();
        if (due.isEmpty()) {
            return 0;
        }
        try {
            for (LetterId letter : due) {
                erase(letter);
            }
            for (SpoolSegment segment : segments.values()) {
                segment.force();
            }
            confirmations.drop(due);
            dropEmptySegments();
            return due.size();
        } catch (IOException e) {
            throw new UncheckedIOException("Sweeping the letter spool " + directory + " failed", e);
        }
    }

    private void erase(LetterId letter) throws IOException {
        Place place = places.remove(letter);
        SpoolSegment segment = place == null ? null : segments.get(segment(place.cursor()));
        if (place != null && segment != null) {
            byCursor.remove(place.cursor());
            segment.erase(offset(place.cursor()), place.bytes());
        }
    }

    private void dropEmptySegments() throws IOException {
        for (int number : List.copyOf(segments.keySet())) {
            boolean last = number == segments.lastKey();
            boolean empty =
                    byCursor.subMap(cursor(number, 0), cursor(number + 1, 0)).isEmpty();
            SpoolSegment segment = segments.get(number);
            if (empty && !last && segment != null) {
                segment.delete();
                segments.remove(number);
            }
        }
    }

    /** Bytes of the files, erased letters included until their file goes. */
    public synchronized long bytes() {
        return segments.values().stream().mapToLong(SpoolSegment::end).sum();
    }

    /** Letters that no office has confirmed yet. */
    public synchronized int unconfirmed() {
        return Math.max(0, places.size() - confirmations.since().size());
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            queue.add(Optional.empty());
        }
        try {
            committer.join();
            synchronized (this) {
                for (SpoolSegment segment : segments.values()) {
                    segment.close();
                }
                confirmations.close();
                lock.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException("Closing the letter spool " + directory + " failed", e);
        }
    }

    // The segment's number and the offset behind its entry's first byte: 0 stays free for "the beginning".
    private static long cursor(int segment, long offset) {
        return (long) segment << 32 | offset;
    }

    private static int segment(long cursor) {
        return (int) (cursor >>> 32);
    }

    private static long offset(long cursor) {
        return cursor & 0xFFFF_FFFFL;
    }
}
