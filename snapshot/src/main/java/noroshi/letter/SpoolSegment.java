package noroshi.letter;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * One append-only file of a spool.
 *
 * <pre>entry: mark "NLE1" (or "NLX1" once erased) | u32 bytes | sealed letter (zeros once erased) | u32 CRC-32C of bytes and letter</pre>
 */
final class SpoolSegment {
    static final int ENTRY_BYTES = 12;
    private static final int KEPT = 0x4E4C4531;
    private static final int ERASED = 0x4E4C5831;

    private final int number;
    private final Path path;
    /** Not a FileChannel: that one closes for everybody when a thread inside is interrupted. */
    private final RandomAccessFile file;

    private volatile long end;

    private SpoolSegment(int number, Path path, RandomAccessFile file) {
        this.number = number;
        this.path = path;
        this.file = file;
    }

    /** Opens, tells every letter that is whole and its offset, and cuts a torn tail. */
    static SpoolSegment open(Path directory, int number, BiConsumer<SealedLetter, Long> found) throws IOException {
        Path path = directory.resolve("letters-%08d".formatted(number));
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        SpoolSegment segment = new SpoolSegment(number, path, file);
        segment.scan(Files.readAllBytes(path), found);
        if (segment.end < file.length()) {
            file.setLength(segment.end);
            file.getFD().sync();
        }
        return segment;
    }

    int number() {
        return number;
    }

    long end() {
        return end;
    }

    /** Whole entries may stand behind a damaged one: then that one is left out, and only what follows the last whole one is cut. */
    private void scan(byte[] bytes, BiConsumer<SealedLetter, Long> found) {
        ByteBuffer file = ByteBuffer.wrap(bytes);
        int at = 0;
        while (at + ENTRY_BYTES <= bytes.length) {
            int length = wholeEntry(file, at);
            if (length < 0) {
                at++;
                continue;
            }
            if (file.getInt(at) == KEPT) {
                byte[] sealed = new byte[length];
                file.get(at + 8, sealed);
                found.accept(SealedLetter.read(sealed), (long) at);
            }
            at += ENTRY_BYTES + length;
            end = at;
        }
    }

    /** The letter's length if a whole entry stands there, else -1. */
    private static int wholeEntry(ByteBuffer file, int at) {
        int mark = file.getInt(at);
        if (mark != KEPT && mark != ERASED) {
            return -1;
        }
        int length = file.getInt(at + 4);
        if (length < 0 || length > SealedLetter.BYTES_MAX || at + ENTRY_BYTES + length > file.limit()) {
            return -1;
        }
        return mark == ERASED || crc(file.slice(at + 4, 4 + length)) == file.getInt(at + 8 + length) ? length : -1;
    }

    /** Appends all, then forces once; returns each one's offset. On failure nothing counts as written. */
    synchronized long[] append(List<byte[]> letters) throws IOException {
        long[] offsets = new long[letters.size()];
        ByteBuffer batch = ByteBuffer.allocate(
                letters.stream().mapToInt(letter -> ENTRY_BYTES + letter.length).sum());
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = end + batch.position();
            write(batch, letters.get(i));
        }
        file.seek(end);
        file.write(batch.array());
        file.getFD().sync();
        end += batch.capacity();
        return offsets;
    }

    private static void write(ByteBuffer batch, byte[] letter) {
        int start = batch.position() + 4;
        batch.putInt(KEPT).putInt(letter.length).put(letter);
        batch.putInt(crc(batch.slice(start, 4 + letter.length)));
    }

    /** The letter's bytes; null when they are not what was written. */
    synchronized byte @Nullable [] read(long offset, int length) throws IOException {
        byte[] entry = new byte[length + 8];
        file.seek(offset + 4);
        file.readFully(entry);
        ByteBuffer bytes = ByteBuffer.wrap(entry);
        boolean whole = bytes.getInt(0) == length && crc(bytes.slice(0, 4 + length)) == bytes.getInt(4 + length);
        return whole ? Arrays.copyOfRange(entry, 4, 4 + length) : null;
    }

    /** Marks first, so that a crash in between leaves an erased entry and not a damaged one. */
    synchronized void erase(long offset, int length) throws IOException {
        file.seek(offset);
        file.writeInt(ERASED);
        file.seek(offset + 8);
        file.write(new byte[length]);
    }

    void force() throws IOException {
        file.getFD().sync();
    }

    void delete() throws IOException {
        file.close();
        Files.delete(path);
    }

    void close() throws IOException {
        file.close();
    }

    private static int crc(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
