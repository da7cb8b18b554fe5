package noroshi.snapshot;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 value: 32 bytes, held as four big-endian longs so that it needs no array and compares by value. */
public record Hash(long a, long b, long c, long d) implements Comparable<Hash> {
    public static final int BYTES = 32;
    /** Stands for "nothing here" in tree nodes. */
    public static final Hash ZERO = new Hash(0, 0, 0, 0);

    /** The SHA-256 of {@code plain}. */
    public static Hash of(byte[] plain) {
        return read(sha256().digest(plain));
    }

    static Hash of(MemorySegment plain) {
        MessageDigest digest = sha256();
        digest.update(plain.asByteBuffer());
        return read(digest.digest());
    }

    /** The value written in 64 hexadecimal digits; anything else is an IllegalArgumentException. */
    public static Hash parse(String hex) {
        if (hex.length() != 2 * BYTES) {
            throw new IllegalArgumentException("A hash has 64 hexadecimal digits, not: " + hex);
        }
        return read(HexFormat.of().parseHex(hex));
    }

    static Hash read(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, BYTES);
        return new Hash(buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong());
    }

    static Hash at(MemorySegment segment, long offset) {
        return new Hash(
                segment.get(Wire.I64, offset),
                segment.get(Wire.I64, offset + 8),
                segment.get(Wire.I64, offset + 16),
                segment.get(Wire.I64, offset + 24));
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .putLong(a)
                .putLong(b)
                .putLong(c)
                .putLong(d)
                .array();
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }

    public boolean isZero() {
        return (a | b | c | d) == 0;
    }

    @Override
    public int compareTo(Hash other) {
        int order = Long.compareUnsigned(a, other.a);
        if (order == 0) {
            order = Long.compareUnsigned(b, other.b);
        }
        if (order == 0) {
            order = Long.compareUnsigned(c, other.c);
        }
        return order != 0 ? order : Long.compareUnsigned(d, other.d);
    }

    @Override
    public String toString() {
        return hex();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
