package noroshi.snapshot;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Raw deflate blocks (RFC 1951) that end on a byte boundary and carry no final bit. */
final class Blocks {
    /** An empty stored block: what a full flush ends with. */
    private static final byte[] EMPTY = {0, 0, 0, (byte) 0xFF, (byte) 0xFF};

    private static final int LEVEL = 9;

    private Blocks() {}

    static byte[] deflate(byte[] plain) {
        if (plain.length == 0) {
            return EMPTY.clone();
        }
        Deflater deflater = new Deflater(LEVEL, true);
        try {
            deflater.setInput(plain);
            byte[] out = new byte[plain.length / 2 + 64];
            int size = 0;
            while (true) {
                int room = out.length - size;
                int made = deflater.deflate(out, size, room, Deflater.FULL_FLUSH);
                size += made;
                // A flush is complete only when zlib leaves room unused; else the same flush is asked for again.
                if (made < room) {
                    return Arrays.copyOf(out, size);
                }
                out = Arrays.copyOf(out, out.length * 2);
            }
        } finally {
            deflater.end();
        }
    }

    /** Inflates exactly {@code plainBytes}; refuses a final block, a wrong length and references before the start. */
    static byte[] inflate(MemorySegment stored, int plainBytes) {
        Inflater inflater = new Inflater(true);
        try {
            ByteBuffer in = stored.asByteBuffer();
            inflater.setInput(in);
            // One byte more than promised, so that a longer text shows itself.
            byte[] plain = new byte[plainBytes + 1];
            int size = 0;
            while (size < plain.length) {
                int made = inflater.inflate(plain, size, plain.length - size);
                if (made == 0) {
                    break;
                }
                size += made;
            }
            if (size != plainBytes || inflater.finished() || in.hasRemaining() || !endsFlushed(stored)) {
                throw new SnapshotBroken(
                        "Blocks of %d bytes inflate to %d bytes instead of %d, or do not end on a flush"
                                .formatted(stored.byteSize(), size, plainBytes));
            }
            return Arrays.copyOf(plain, plainBytes);
        } catch (DataFormatException e) {
            throw new SnapshotBroken("Not deflate blocks: " + e.getMessage(), e);
        } finally {
            inflater.end();
        }
    }

    /** The SHA-256 of what the blocks inflate to, at most {@code plainBytesMax}; the same refusals as {@link #inflate}. */
    static Hash hash(MemorySegment stored, int plainBytesMax) {
        Inflater inflater = new Inflater(true);
        MessageDigest digest = Hash.sha256();
        try {
            ByteBuffer in = stored.asByteBuffer();
            inflater.setInput(in);
            byte[] plain = new byte[1 << 14];
            long size = 0;
            for (int made = inflater.inflate(plain); made > 0; made = inflater.inflate(plain)) {
                digest.update(plain, 0, made);
                size += made;
                if (size > plainBytesMax) {
                    throw new SnapshotBroken("Blocks inflate to more than " + plainBytesMax + " bytes");
                }
            }
            if (inflater.finished() || in.hasRemaining() || !endsFlushed(stored)) {
                throw new SnapshotBroken("Blocks do not end on a flush");
            }
            return Hash.read(digest.digest());
        } catch (DataFormatException e) {
            throw new SnapshotBroken("Not deflate blocks: " + e.getMessage(), e);
        } finally {
            inflater.end();
        }
    }

    private static boolean endsFlushed(MemorySegment stored) {
        long size = stored.byteSize();
        return size >= EMPTY.length && stored.get(Wire.I32, size - 4) == 0x0000FFFF;
    }
}
