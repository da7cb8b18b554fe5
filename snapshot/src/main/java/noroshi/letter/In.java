package noroshi.letter;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what {@link Out} wrote; running over the end is a {@link LetterBroken}. */
final class In {
    private final ByteBuffer buffer;

    In(byte[] bytes) {
        this.buffer = ByteBuffer.wrap(bytes);
    }

    int u16() {
        return need(2).getShort() & 0xFFFF;
    }

    int u32() {
        return need(4).getInt();
    }

    long u64() {
        return need(8).getLong();
    }

    LetterId id() {
        long high = u64();
        return new LetterId(high, u64());
    }

    int length(int max) {
        int length = u32();
        if (length < 0 || length > max) {
            throw new LetterBroken("A length of " + Integer.toUnsignedLong(length) + " is over the limit of " + max);
        }
        return length;
    }

    byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        need(count).get(bytes);
        return bytes;
    }

    String text16() {
        return new String(bytes(u16()), StandardCharsets.UTF_8);
    }

    byte[] block32(int max) {
        return bytes(length(max));
    }

    void mark(int expected) {
        int found = u32();
        if (found != expected) {
            throw new LetterBroken("Expected the mark %08x, found %08x".formatted(expected, found));
        }
    }

    void end() {
        if (buffer.hasRemaining()) {
            throw new LetterBroken(buffer.remaining() + " bytes follow the end");
        }
    }

    private ByteBuffer need(int bytes) {
        if (buffer.remaining() < bytes) {
            throw new LetterBroken("%d bytes wanted, %d are left".formatted(bytes, buffer.remaining()));
        }
        return buffer;
    }
}
