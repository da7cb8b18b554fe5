package noroshi.beacon;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The one way to write a path, as snapshots name it: what RFC 3986 allows in a segment stands as it is, every other byte as
 * %XX in capitals. What could mean two things to two programs is refused.
 */
final class PathText {

    private static final boolean[] PLAIN = new boolean[128];
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    static {
        for (char c = 'a'; c <= 'z'; c++) PLAIN[c] = PLAIN[c - 32] = true;
        for (char c = '0'; c <= '9'; c++) PLAIN[c] = true;
        for (char c : "-._~!$&'()*+,;=:@/".toCharArray()) PLAIN[c] = true;
    }

    private PathText() {}

    /**
     * The canonical text of a path as sent; null for {@code .} and {@code ..} segments however encoded, an encoded slash,
     * backslashes, controls, broken percent signs, and bytes that are not UTF-8 (overlong forms too).
     */
    static @Nullable String canonical(String sent) {
        if (!isOrdinary(sent)) {
            byte[] decoded = decoded(sent);
            return decoded == null || !isUtf8(decoded) ? null : checked(written(decoded));
        }
        return checked(sent);
    }

    private static boolean isOrdinary(String sent) {
        for (int i = 0; i < sent.length(); i++) if (sent.charAt(i) > 126 || !PLAIN[sent.charAt(i)]) return false;
        return true;
    }

    private static byte @Nullable [] decoded(String sent) {
        var bytes = new byte[sent.length()];
        int count = 0;
        for (int i = 0; i < sent.length(); i++) {
            int b = sent.charAt(i);
            if (b == '%') {
                if (i + 2 >= sent.length()) return null;
                int high = Character.digit(sent.charAt(i + 1), 16);
                int low = Character.digit(sent.charAt(i + 2), 16);
                if (high < 0 || low < 0) return null;
                b = high * 16 + low;
                if (b == '/') return null;
                i += 2;
            }
            if (b < 0x20 || b == 0x7F || b == '\\' || b > 0xFF) return null;
            bytes[count++] = (byte) b;
        }
        return java.util.Arrays.copyOf(bytes, count);
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            // A fresh decoder reports; String's constructor would quietly replace.
            var unused = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static String written(byte[] decoded) {
        var text = new StringBuilder(decoded.length + 16);
        for (byte b : decoded) {
            if (b >= 0 && PLAIN[b]) text.append((char) b);
            else text.append('%').append(HEX[(b >> 4) & 15]).append(HEX[b & 15]);
        }
        return text.toString();
    }

    private static @Nullable String checked(String path) {
        if (!path.startsWith("/")) return null;
        return path.contains("/./") || path.contains("/../") || path.endsWith("/.") || path.endsWith("/..")
                ? null
                : path;
    }
}
