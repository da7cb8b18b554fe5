package noroshi.beacon.http;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The header of HAProxy's PROXY protocol, version 1 (a line of text) or 2 (binary).
 *
 * @param bytes its length
 * @param reader whom it names; null where the front server speaks for itself (a health check)
 */
record ProxyHeader(int bytes, @Nullable InetAddress reader) {

    private static final byte[] SECOND = {'\r', '\n', '\r', '\n', 0, '\r', '\n', 'Q', 'U', 'I', 'T', '\n'};
    private static final byte[] FIRST = "PROXY ".getBytes(StandardCharsets.US_ASCII);
    private static final int FIRST_BYTES_MAX = 107;
    private static final int SECOND_HEAD_BYTES = 16;

    /** Addresses take 36 bytes at most; the rest is further information that we do not need. */
    private static final int SECOND_BYTES_MAX = 4096;

    /** The header at the beginning of these bytes; null: more are needed. Anything else is an IOException. */
    static @Nullable ProxyHeader read(byte[] bytes) throws IOException {
        if (begins(bytes, SECOND)) return second(bytes);
        if (begins(bytes, FIRST)) return first(bytes);
        throw new IOException("A trusted front server sent no PROXY header.");
    }

    private static boolean begins(byte[] bytes, byte[] with) {
        int length = Math.min(bytes.length, with.length);
        return Arrays.equals(bytes, 0, length, with, 0, length);
    }

    private static @Nullable ProxyHeader first(byte[] bytes) throws IOException {
        for (int i = 1; i < Math.min(bytes.length, FIRST_BYTES_MAX); i++) {
            if (bytes[i] != '\n') continue;
            if (bytes[i - 1] != '\r') break;
            return new ProxyHeader(i + 1, firstReader(new String(bytes, 0, i - 1, StandardCharsets.US_ASCII)));
        }
        if (bytes.length < FIRST_BYTES_MAX) return null;
        throw new IOException("A PROXY header of version 1 does not end.");
    }

    private static @Nullable InetAddress firstReader(String line) throws IOException {
        var words = line.split(" ", -1);
        if (words.length >= 2 && words[1].equals("UNKNOWN")) return null;
        boolean known = words.length == 6 && (words[1].equals("TCP4") || words[1].equals("TCP6"));
        if (!known) throw new IOException("A PROXY header of version 1 is malformed.");
        try {
            return InetAddress.ofLiteral(words[2]);
        } catch (IllegalArgumentException e) {
            throw new IOException("A PROXY header of version 1 names no address.", e);
        }
    }

    private static @Nullable ProxyHeader second(byte[] bytes) throws IOException {
        if (bytes.length < SECOND_HEAD_BYTES) return null;
        int version = (bytes[12] & 0xFF) >> 4;
        int command = bytes[12] & 0x0F;
        int length = SECOND_HEAD_BYTES + ((bytes[14] & 0xFF) << 8 | bytes[15] & 0xFF);
        if (version != 2 || command > 1 || length > SECOND_BYTES_MAX)
            throw new IOException("A PROXY header of version 2 is malformed.");
        if (bytes.length < length) return null;
        int addressBytes =
                switch ((bytes[13] & 0xFF) >> 4) {
                    case 1 -> 4;
                    case 2 -> 16;
                    default -> 0;
                };
        if (command == 0 || addressBytes == 0) return new ProxyHeader(length, null);
        if (length < SECOND_HEAD_BYTES + 2 * addressBytes + 4)
            throw new IOException("A PROXY header of version 2 is too short for its addresses.");
        return new ProxyHeader(
                length,
                InetAddress.getByAddress(
                        Arrays.copyOfRange(bytes, SECOND_HEAD_BYTES, SECOND_HEAD_BYTES + addressBytes)));
    }
}
