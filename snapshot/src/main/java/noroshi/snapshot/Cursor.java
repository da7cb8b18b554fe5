package noroshi.snapshot;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/** Reads what {@link Wire} wrote; running over the end is a {@link SnapshotBroken}, never a wild read. */
final class Cursor {
    private final MemorySegment segment;
    private long at;

    Cursor(MemorySegment segment, long at) {
        this.segment = segment;
        this.at = at;
    }

    Cursor(byte[] bytes) {
        this(MemorySegment.ofArray(bytes), 0);
    }

    long at() {
        return at;
    }

    boolean done() {
        return at == segment.byteSize();
    }

    int u8() {
        return segment.get(ValueLayout.JAVA_BYTE, take(1)) & 0xFF;
    }

    int u16() {
        return segment.get(Wire.I16, take(2)) & 0xFFFF;
    }

    int u32() {
        return segment.get(Wire.I32, take(4));
    }

    /** A length or count: refused outside 0..max. */
    int length(int max) {
        int value = u32();
        if (value < 0 || value > max) {
            throw new SnapshotBroken("A length of " + Integer.toUnsignedLong(value) + " at byte " + (at - 4)
                    + " is over the limit of " + max);
        }
        return value;
    }

    long u64() {
        return segment.get(Wire.I64, take(8));
    }

    Hash hash() {
        return Hash.at(segment, take(Hash.BYTES));
    }

    MemorySegment slice(long bytes) {
        return segment.asSlice(take(bytes), bytes);
    }

    byte[] bytes(int count) {
        return slice(count).toArray(ValueLayout.JAVA_BYTE);
    }

    String text8() {
        return text(u8());
    }

    String text16() {
        return text(u16());
    }

    void skip(long bytes) {
        take(bytes);
    }

    void magic(int expected) {
        int found = u32();
        if (found != expected) {
            throw new SnapshotBroken("Expected the mark %08x, found %08x".formatted(expected, found));
        }
    }

    private String text(int bytes) {
        return new String(bytes(bytes), StandardCharsets.UTF_8);
    }

    private long take(long bytes) {
        long from = at;
        if (bytes < 0 || segment.byteSize() - from < bytes) {
            throw new SnapshotBroken(
                    "%d bytes wanted at %d, but there are only %d".formatted(bytes, from, segment.byteSize()));
        }
        at = from + bytes;
        return from;
    }
}
