package noroshi.snapshot;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
    private final FileChannel channel;
    private final MemorySegment map;
    private final long bytesAtOpen;
    private long end;

    private Pack(Path path, FileChannel channel, MemorySegment map, long bytesAtOpen) {
        this.bytesAtOpen = bytesAtOpen;
        this.path = path;
        this.channel = channel;
        this.map = map;
    }

    /** Opens or makes; the arena is the collector's, so readers may hold slices however long they answer. */
    static Pack open(Path path, long capacity) throws IOException {
        FileChannel channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        long bytes = channel.size();
        long size = Math.max(capacity, bytes);
        MemorySegment map = channel.map(FileChannel.MapMode.READ_ONLY, 0, size, Arena.ofAuto());
        return new Pack(path, channel, map, bytes);
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
        Wire wire = new Wire(HEADER_BYTES);
        wire.u32(MARK).u8(address.kind()).u8(0).u8(0).u8(0).u32(address.check());
        wire.u32((int) payload.byteSize()).hash(address.hash());
        ByteBuffer header = ByteBuffer.wrap(wire.toBytes());
        ByteBuffer body = payload.asByteBuffer();
        ByteBuffer tail = ByteBuffer.allocate(4)
                .putInt(crc(header.duplicate(), body.duplicate()))
                .flip();
        ByteBuffer[] all = {header, body, tail};
        long at = end;
        channel.position(at);
        while (tail.hasRemaining()) {
            channel.write(all);
        }
        end = at + ENTRY_BYTES + payload.byteSize();
        return at;
    }

    /** The whole entry at {@code at}, or null where the pack ends or is torn. */
    @Nullable
    Entry read(long at) {
        if (map.byteSize() - at < ENTRY_BYTES || map.get(Wire.I32, at) != MARK) {
            return null;
        }
        int length = map.get(Wire.I32, at + 12);
        if (length < 0 || map.byteSize() - at - ENTRY_BYTES < length) {
            return null;
        }
        Entry entry = new Entry(address(at), at, map.asSlice(at + HEADER_BYTES, length));
        int crc = crc(
                map.asSlice(at, HEADER_BYTES).asByteBuffer(), entry.payload().asByteBuffer());
        return crc == map.get(Wire.I32, at + HEADER_BYTES + length) ? entry : null;
    }

    Address address(long at) {
        int kind = map.get(java.lang.foreign.ValueLayout.JAVA_BYTE, at + 4);
        return new Address(kind, Hash.at(map, at + 16), map.get(Wire.I32, at + 8));
    }

    MemorySegment payload(long at) {
        return map.asSlice(at + HEADER_BYTES, map.get(Wire.I32, at + 12));
    }

    /** Makes everything after the last whole entry zero again. */
    void cut() throws IOException {
        if (map.byteSize() == 0) {
            return;
        }
        channel.truncate(end);
        ByteBuffer zero = ByteBuffer.allocate(1);
        channel.write(zero, map.byteSize() - 1);
        channel.force(true);
    }

    void force() throws IOException {
        channel.force(false);
    }

    void close() throws IOException {
        channel.close();
    }

    private static int crc(ByteBuffer header, ByteBuffer body) {
        java.util.zip.CRC32C crc = new java.util.zip.CRC32C();
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
