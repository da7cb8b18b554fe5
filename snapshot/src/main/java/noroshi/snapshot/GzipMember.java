package noroshi.snapshot;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Contents joined into one ordinary gzip member (RFC 1952) without compressing anything: header, the fragments' blocks,
 * a final empty block, the CRC-32 joined from the parts, the length. Raw fragments and filled blanks become stored blocks.
 *
 * @param buffers to be written in order; the fragments' own bytes are views, not copies
 * @param bytes   total length, for Content-Length
 */
public record GzipMember(List<ByteBuffer> buffers, long bytes) {
    private static final byte[] HEADER = {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 2, (byte) 0xFF};
    private static final int STORED_BLOCK_BYTES_MAX = 0xFFFF;

    /** Joins; {@code blanks} gives each blank's bytes, already escaped for where they stand. */
    public static GzipMember of(List<? extends Content> contents, Function<Part.Blank, byte[]> blanks) {
        List<ByteBuffer> buffers = new ArrayList<>(contents.size() + 2);
        buffers.add(ByteBuffer.wrap(HEADER).asReadOnlyBuffer());
        int crc = 0;
        long plain = 0;
        for (Content content : contents) {
            int partCrc;
            int partBytes;
            switch (content) {
                case Fragment fragment -> {
                    partCrc = fragment.crc32();
                    partBytes = fragment.plainBytes();
                    addBlocks(fragment, buffers);
                }
                case Part.Blank blank -> {
                    byte[] filled = blanks.apply(blank);
                    partCrc = Fragment.crc32(filled);
                    partBytes = filled.length;
                    buffers.addAll(storedBlocks(ByteBuffer.wrap(filled)));
                }
            }
            crc = Crc32.join(crc, partCrc, partBytes);
            plain += partBytes;
        }
        buffers.add(trailer(crc, plain));
        return new GzipMember(List.copyOf(buffers), total(buffers));
    }

    /** The same for bodies that hold no blank; a blank stays empty. */
    public static GzipMember of(List<? extends Content> contents) {
        return of(contents, blank -> new byte[0]);
    }

    /** Plain bytes as stored deflate blocks: how blanks and raw bytes travel inside a gzip member. Views, no copy. */
    public static List<ByteBuffer> storedBlocks(ByteBuffer plain) {
        List<ByteBuffer> blocks = new ArrayList<>();
        for (int at = plain.position(); at < plain.limit(); at += STORED_BLOCK_BYTES_MAX) {
            int length = Math.min(STORED_BLOCK_BYTES_MAX, plain.limit() - at);
            blocks.add(ByteBuffer.allocate(5)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .put((byte) 0)
                    .putShort((short) length)
                    .putShort((short) ~length)
                    .flip());
            blocks.add(plain.slice(at, length));
        }
        return blocks;
    }

    private static void addBlocks(Fragment fragment, List<ByteBuffer> buffers) {
        switch (fragment.encoding()) {
            case DEFLATE -> buffers.add(fragment.buffer());
            case RAW -> buffers.addAll(storedBlocks(fragment.buffer()));
        }
    }

    private static ByteBuffer trailer(int crc, long plain) {
        // 03 00: a final block with fixed codes that holds only its end.
        return ByteBuffer.allocate(10)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 3)
                .put((byte) 0)
                .putInt(crc)
                .putInt((int) plain)
                .flip();
    }

    private static long total(List<ByteBuffer> buffers) {
        long total = 0;
        for (ByteBuffer buffer : buffers) {
            total += buffer.remaining();
        }
        return total;
    }

    /** A copy in one array: for tests and small bodies. */
    public byte[] toBytes() {
        ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(bytes));
        buffers.forEach(buffer -> all.put(buffer.duplicate()));
        return all.array();
    }
}
