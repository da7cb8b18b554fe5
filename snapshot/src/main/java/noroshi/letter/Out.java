package noroshi.letter;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes the letters' formats: numbers big-endian, texts UTF-8 behind their length. */
final class Out {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Out u16(int value) {
        if (value < 0 || value > 0xFFFF) {
            throw new IllegalArgumentException(value + " does not fit in two bytes. Maybe a text is too long.");
        }
        bytes.write(value >>> 8);
        bytes.write(value);
        return this;
    }

    Out u32(int value) {
        bytes.writeBytes(ByteBuffer.allocate(4).putInt(value).array());
        return this;
    }

    Out u64(long value) {
        bytes.writeBytes(ByteBuffer.allocate(8).putLong(value).array());
        return this;
    }

    Out id(LetterId id) {
        return u64(id.high()).u64(id.low());
    }

    Out bytes(byte[] more) {
        bytes.writeBytes(more);
        return this;
    }

    Out text16(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return u16(utf8.length).bytes(utf8);
    }

    Out block32(byte[] block) {
        return u32(block.length).bytes(block);
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
