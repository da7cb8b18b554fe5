package noroshi.names;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/** An index mapped into memory. Immutable: any number of threads may search it. The mapping ends when nobody holds this any more. */
public final class NameIndex {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final int CHECKED_BYTES = 1 << 20;

    private final MemorySegment file;
    private final int records;
    private final int bits;
    private final long keysAt;
    private final long startsAt;
    private final long postingsAt;
    private final long offsetsAt;
    private final long recordsAt;

    private NameIndex(MemorySegment file) {
        this.file = file;
        this.records = file.get(INT, 4);
        long keys = file.get(INT, 8);
        long postings = file.get(INT, 12);
        this.bits = file.get(INT, 16);
        this.keysAt = IndexFile.HEAD_BYTES + 4 * ((1L << bits) + 1);
        this.startsAt = keysAt + 8 * keys;
        this.postingsAt = startsAt + 4 * (keys + 1);
        this.offsetsAt = postingsAt + 4 * postings;
        this.recordsAt = offsetsAt + 4L * records;
    }

    /**
     * Maps the file, which may be deleted at once, and checks it.
     *
     * @throws IOException also when the file is no index or was damaged
     */
    public static NameIndex open(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long bytes = channel.size();
            if (bytes < IndexFile.HEAD_BYTES + 4) {
                throw new IOException("The name index has only %d bytes. Build it again.".formatted(bytes));
            }
            MemorySegment file = channel.map(FileChannel.MapMode.READ_ONLY, 0, bytes, Arena.ofAuto());
            if (file.get(INT, 0) != IndexFile.MARK || sum(file, bytes - 4) != file.get(INT, bytes - 4)) {
                throw new IOException("The name index is damaged or of another version. Build it again.");
            }
            return new NameIndex(file);
        }
    }

    private static int sum(MemorySegment file, long bytes) {
        CRC32C sum = new CRC32C();
        for (long at = 0; at < bytes; at += CHECKED_BYTES) {
            sum.update(file.asSlice(at, Math.min(CHECKED_BYTES, bytes - at)).asByteBuffer());
        }
        return (int) sum.getValue();
    }

    public int records() {
        return records;
    }

    public long bytes() {
        return file.byteSize();
    }

    /** The postings of a key; empty when nobody has it. */
    Postings postings(long key) {
        long slot = IndexFile.HEAD_BYTES + 4 * (key >>> (Long.SIZE - bits));
        int end = file.get(INT, slot + 4);
        for (int k = file.get(INT, slot); k < end; k++) {
            if (file.get(LONG, keysAt + 8L * k) == key) {
                int from = file.get(INT, startsAt + 4L * k);
                return new Postings(this, from, file.get(INT, startsAt + 4L * (k + 1)) - from);
            }
        }
        return new Postings(this, 0, 0);
    }

    int posting(int at) {
        return file.get(INT, postingsAt + 4L * at);
    }

    PersonName name(int record) {
        long at = recordsAt + file.get(INT, offsetsAt + 4L * record);
        String family = text(at);
        at += 2 + bytesAt(at);
        String given = text(at);
        at += 2 + bytesAt(at);
        String familyKana = text(at);
        at += 2 + bytesAt(at);
        return new PersonName(family, given, familyKana, text(at));
    }

    byte[] payload(int record) {
        long at = recordsAt + file.get(INT, offsetsAt + 4L * record);
        for (int part = 0; part < 4; part++) {
            at += 2 + bytesAt(at);
        }
        return bytes(at);
    }

    private int bytesAt(long at) {
        return Short.toUnsignedInt(file.get(SHORT, at));
    }

    private String text(long at) {
        return new String(bytes(at), StandardCharsets.UTF_8);
    }

    private byte[] bytes(long at) {
        return file.asSlice(at + 2, bytesAt(at)).toArray(ValueLayout.JAVA_BYTE);
    }

    /** Records under one key: first those whose name is the key itself, each group in the order in which it was added. */
    record Postings(NameIndex index, int from, int count) {
        int record(int i) {
            return index.posting(from + i) & ~IndexFile.NEAR;
        }

        boolean isNear(int i) {
            return (index.posting(from + i) & IndexFile.NEAR) != 0;
        }
    }
}
