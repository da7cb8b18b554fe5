package noroshi.publishing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import noroshi.publishing.MediaCheck.Found;

/** The structure of a WebP file (RFC 9649): its chunks fill the file exactly, and one of them holds the picture. */
final class WebpCheck {

    private static final Found BROKEN = new Found.Refused("WebP画像が壊れていて読めません。PNGかJPEGで保存し直してから登録してください。");
    private static final int HEADER_BYTES = 12;
    private static final int CHUNK_HEADER_BYTES = 8;

    private WebpCheck() {}

    static Found look(byte[] content) {
        var file = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        if (content.length < HEADER_BYTES + CHUNK_HEADER_BYTES || file.getInt(4) + 8L != content.length) return BROKEN;
        Found found = BROKEN;
        int at = HEADER_BYTES;
        while (at + CHUNK_HEADER_BYTES <= content.length) {
            long length = Integer.toUnsignedLong(file.getInt(at + 4));
            int body = at + CHUNK_HEADER_BYTES;
            if (body + length > content.length) return BROKEN;
            if (found == BROKEN) found = size(content, file, at, body, (int) length);
            at = (int) Math.min(content.length, body + length + (length & 1));
        }
        return at == content.length ? found : BROKEN;
    }

    private static Found size(byte[] content, ByteBuffer file, int at, int body, int length) {
        // §2.5: lossy; the frame's start code, then 14 bits each of width and height.
        if (MediaCheck.startsWith(content, at, "VP8 ") && length >= 10)
            return MediaCheck.startsWith(content, body + 3, "\u009d\u0001\u002a")
                    ? ImageCheck.size("webp", file.getShort(body + 6) & 0x3FFF, file.getShort(body + 8) & 0x3FFF)
                    : BROKEN;
        // §2.6: lossless; a signature, then 14 bits each, less one.
        if (MediaCheck.startsWith(content, at, "VP8L") && length >= 5) {
            int bits = file.getInt(body + 1);
            return content[body] == 0x2F
                    ? ImageCheck.size("webp", (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
                    : BROKEN;
        }
        // §2.7: extended; 24 bits each, less one.
        if (MediaCheck.startsWith(content, at, "VP8X") && length >= 10)
            return ImageCheck.size("webp", (file.getInt(body + 4) & 0xFFFFFF) + 1, (file.getInt(body + 6) >>> 8) + 1);
        return BROKEN;
    }
}
