package noroshi.snapshot;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * One append-only file of entries, mapped whole. The file is sparse up to its capacity, so the mapping never moves; zeros
 * where a mark should stand are the end.
 *
 * <pre>entry: mark "NPE1" | u8 kind | 3 zero | u32 check | u32 payload bytes | 32 bytes hash | payload | u32 CRC-32C of all before</pre>
 */
final class Pack {
    static final int MARK = 0x4E504531;
    static final int HEADER_BYTES = 48;
    static final int ENTRY_BYTES = HEADER_BYTES + 4;

    private final Path path;
    /** Written not as a FileChannel: that one closes for everybody when a thread inside is interrupted. */
    private final RandomAccessFile file;

    private final MemorySegment map;
    private final long bytesAtOpen;
    private long end;

    private Pack(Path path, RandomAccessFile file, MemorySegment map, long bytesAtOpen) {
        this.bytesAtOpen = bytesAtOpen;
        this.path = path;
        this.file = file;
        this.map = map;
    }

    /** Opens or makes; the arena is the collector's, so readers may hold slices however long they answer. */
    static Pack open(Path path, long capacity) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        long bytes = file.length();
        long size = Math.max(capacity, bytes);
        file.setLength(size);
        MemorySegment map = file.getChannel().map(FileChannel.MapMode.READ_ONLY, 0, size, Arena.ofAuto());
        return new Pack(path, file, map, bytes);
    }

    /** The same for one who only looks, also while its owner writes. */
    static Pack openReadOnly(Path path) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "r");
        long bytes = file.length();
        MemorySegment map = file.getChannel().map(FileChannel.MapMode.READ_ONLY, 0, bytes, Arena.ofAuto());
        return new Pack(path, file, map, bytes);
    }

    Path path() {
        return path;
    }

    long end() {
        return end;
    }

    boolean fits(long payloadBytes) {
        return map.byteSize() - end >= payloadBytes + ENTRY_BYTES;
    }

    /** Whether the file really holds bytes that far: a shortened file must not be trusted by its index. */
    boolean reaches(long covered) {
        return covered <= bytesAtOpen;
    }

    /** Declares what is known to be whole: entries before {@code end} are not read again. */
    void resume(long end) {
        this.end = end;
    }

    long append(Address address, MemorySegment payload) throws IOException {
        int length = (int) payload.byteSize();
        Wire wire = new Wire(ENTRY_BYTES + length);
        wire.u32(MARK).u8(address.kind()).u8(0).u8(0).u8(0).u32(address.check());
        wire.u32(length).hash(address.hash()).segment(payload);
        byte[] entry = wire.toBytes();
        CRC32C crc = new CRC32C();
        crc.update(entry);
        long at = end;
        file.seek(at);
        file.write(wire.u32((int) crc.getValue()).toBytes());
        end = at + ENTRY_BYTES + length;
        return at;
    }

    /** The whole entry at {@code at}, or null where the pack ends or is torn. */
    @Nullable
    Entry read(long at) {
        int length = length(at);
        if (length < 0) {
            return null;
        }
        Entry entry = new Entry(address(at), at, map.asSlice(at + HEADER_BYTES, length));
        int crc = crc(
                map.asSlice(at, HEADER_BYTES).asByteBuffer(), entry.payload().asByteBuffer());
        return crc == map.get(Wire.I32, at + HEADER_BYTES + length) ? entry : null;
    }

    /** A framed entry whose closing CRC is wrong but whose bytes prove their own name: only the frame was damaged. */
    @Nullable
    Entry readProven(long at) {
        int length = length(at);
        if (length < 0) {
            return null;
        }
        Entry entry = new Entry(address(at), at, map.asSlice(at + HEADER_BYTES, length));
        boolean named =
                entry.address().kind() >= Address.NODE && entry.address().kind() <= Address.RAW;
        return named && !Intake.isDamaged(entry.address(), entry.payload()) ? entry : null;
    }

    /** Whether nothing was ever written from here on. */
    boolean isBlank(long at) {
        for (long i = at; i < Math.min(map.byteSize(), at + HEADER_BYTES); i++) {
            if (map.get(java.lang.foreign.ValueLayout.JAVA_BYTE, i) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Where the next whole entry begins behind a damaged one, or -1: bytes that rot cost what they are, not all after. */
    long resync(long damaged) {
        int length = length(damaged);
        if (length >= 0 && read(damaged + ENTRY_BYTES + length) != null) {
            return damaged + ENTRY_BYTES + length;
        }
        long until = Math.min(map.byteSize() - ENTRY_BYTES, damaged + ENTRY_BYTES + Fragment.STORED_BYTES_MAX);
        for (long at = damaged + 1; at <= until; at++) {
            if (map.get(Wire.I32, at) == MARK && read(at) != null) {
                return at;
            }
        }
        return -1;
    }

    /** The length of a framed payload, or -1 if there is no frame that can be true. */
    private int length(long at) {
        if (at < 0 || map.byteSize() - at < ENTRY_BYTES || map.get(Wire.I32, at) != MARK) {
            return -1;
        }
        int length = map.get(Wire.I32, at + 12);
        return length < 0 || map.byteSize() - at - ENTRY_BYTES < length ? -1 : length;
    }

    /** The payload of the entry at {@code at}; null if its frame is damaged. Its bytes are not looked at. */
    @Nullable
    MemorySegment find(long at) {
        int length = length(at);
        return length < 0 ? null : map.asSlice(at + HEADER_BYTES, length);
    }

    Address address(long at) {
        int kind = map.get(java.lang.foreign.ValueLayout.JAVA_BYTE, at + 4);
        return new Address(kind, Hash.at(map, at + 16), map.get(Wire.I32, at + 8));
    }

    /** Makes everything after the last whole entry zero again. */
    void cut() throws IOException {
        if (map.byteSize() == 0) {
            return;
        }
        file.setLength(end);
        file.setLength(map.byteSize());
        force();
    }

    void force() throws IOException {
        file.getFD().sync();
    }

    void close() throws IOException {
        file.close();
    }

    private static int crc(ByteBuffer header, ByteBuffer body) {
        CRC32C crc = new CRC32C();
        crc.update(header);
        crc.update(body);
        return (int) crc.getValue();
    }

    record Entry(Address address, long at, MemorySegment payload) {
        long next() {
            return at + ENTRY_BYTES + payload.byteSize();
        }
    }
}
