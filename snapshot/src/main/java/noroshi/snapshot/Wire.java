package noroshi.snapshot;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the binary formats: every number big-endian and unsigned, every text UTF-8 behind its length. */
final class Wire {
    static final ValueLayout.OfLong I64 = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    static final ValueLayout.OfInt I32 = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    static final ValueLayout.OfShort I16 = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private byte[] buffer;
    private int size;

    Wire() {
        this(512);
    }

    Wire(int capacity) {
        buffer = new byte[capacity];
    }

    int size() {
        return size;
    }

    Wire u8(int value) {
        require(value >= 0 && value <= 0xFF, value, "one byte");
        room(1);
        buffer[size++] = (byte) value;
        return this;
    }

    Wire u16(int value) {
        require(value >= 0 && value <= 0xFFFF, value, "two bytes");
        return u8(value >>> 8).u8(value & 0xFF);
    }

    Wire u32(int value) {
        room(4);
        ByteBuffer.wrap(buffer).putInt(size, value);
        size += 4;
        return this;
    }

    Wire u64(long value) {
        room(8);
        ByteBuffer.wrap(buffer).putLong(size, value);
        size += 8;
        return this;
    }

    Wire hash(Hash hash) {
        return u64(hash.a()).u64(hash.b()).u64(hash.c()).u64(hash.d());
    }

    Wire bytes(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, size, bytes.length);
        size += bytes.length;
        return this;
    }

    Wire segment(MemorySegment bytes) {
        int length = Math.toIntExact(bytes.byteSize());
        room(length);
        MemorySegment.copy(bytes, 0, MemorySegment.ofArray(buffer), size, length);
        size += length;
        return this;
    }

    Wire text8(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return u8(utf8.length).bytes(utf8);
    }

    Wire text16(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return u16(utf8.length).bytes(utf8);
    }

    void patch32(int at, int value) {
        ByteBuffer.wrap(buffer).putInt(at, value);
    }

    byte[] toBytes() {
        return Arrays.copyOf(buffer, size);
    }

    private void room(int more) {
        if (buffer.length - size < more) {
            buffer = Arrays.copyOf(buffer, Math.max(size + more, Math.multiplyExact(buffer.length, 2)));
        }
    }

    private static void require(boolean holds, int value, String width) {
        if (!holds) {
            throw new IllegalArgumentException(
                    value + " does not fit in " + width + ". Maybe a text or list is too long.");
        }
    }
}
