package noroshi.letter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The files of a spool in their order. A cursor names one of them and an offset in it. For one thread at a time. */
final class SpoolSegments {
    /** Is told of each letter found when the files are opened. */
    interface Found {
        void letter(SealedLetter letter, long cursor);
    }

    private static final System.Logger LOG = System.getLogger("noroshi.letter");

    private final Path directory;
    private final NavigableMap<Integer, SpoolSegment> segments = new TreeMap<>();

    SpoolSegments(Path directory, Found found) throws IOException {
        this.directory = directory;
        for (int number : SpoolFiles.numbers(directory)) {
            segments.put(
                    number,
                    SpoolSegment.open(
                            directory, number, (letter, offset) -> found.letter(letter, cursor(number, offset))));
        }
    }

    /** The last one, or a new one if that holds so many bytes. */
    SpoolSegment forMore(long bytesMax) throws IOException {
        Map.Entry<Integer, SpoolSegment> last = segments.lastEntry();
        return last == null || last.getValue().end() >= bytesMax ? start() : last.getValue();
    }

    SpoolSegment start() throws IOException {
        // Numbers go on after the last one ever used, so that cursors only grow.
        int number = Math.max(segments.isEmpty() ? 0 : segments.lastKey(), SpoolFiles.number(directory)) + 1;
        SpoolSegment segment = SpoolSegment.open(directory, number, (letter, offset) -> {});
        SpoolFiles.writeSmall(directory.resolve("number"), Integer.toString(number));
        segments.put(number, segment);
        SpoolFiles.force(directory);
        return segment;
    }

    /** Null for a letter whose bytes are not what was written. */
    byte @Nullable [] read(long cursor, int length) throws IOException {
        SpoolSegment segment = segments.get(segment(cursor));
        if (segment == null) {
            throw new IOException("Segment " + segment(cursor) + " is gone");
        }
        byte[] letter = segment.read(offset(cursor), length);
        if (letter == null) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "A letter in {0} has changed on the disk and can not be read. Look after the disk; another beacon may have it.",
                    directory);
        }
        return letter;
    }

    void erase(long cursor, int length) throws IOException {
        SpoolSegment segment = segments.get(segment(cursor));
        if (segment != null) {
            segment.erase(offset(cursor), length);
        }
    }

    void force() throws IOException {
        for (SpoolSegment segment : segments.values()) {
            segment.force();
        }
    }

    /** All but the last one, which goes on. */
    void dropEmpty(SpoolIndex index) throws IOException {
        for (int number : List.copyOf(segments.keySet())) {
            boolean last = number == segments.lastKey();
            int next = index.after(cursor(number, 0) - 1);
            boolean empty = next == index.size() || index.cursor(next) >= cursor(number + 1, 0);
            SpoolSegment segment = segments.get(number);
            if (empty && !last && segment != null) {
                segment.delete();
                segments.remove(number);
            }
        }
    }

    long bytes() {
        long bytes = 0;
        for (SpoolSegment segment : segments.values()) {
            bytes += segment.end();
        }
        return bytes;
    }

    void close() throws IOException {
        for (SpoolSegment segment : segments.values()) {
            segment.close();
        }
    }

    // The segment's number and the offset behind its entry's first byte: 0 stays free for "the beginning".
    static long cursor(int segment, long offset) {
        return (long) segment << 32 | offset;
    }

    private static int segment(long cursor) {
        return (int) (cursor >>> 32);
    }

    private static long offset(long cursor) {
        return cursor & 0xFFFF_FFFFL;
    }
}
