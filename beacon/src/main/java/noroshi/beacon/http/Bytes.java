package noroshi.beacon.http;

/** The character classes of RFC 9110 §5.6 and RFC 9112, as table look-ups. */
final class Bytes {

    static final byte CR = '\r';
    static final byte LF = '\n';
    static final byte SP = ' ';
    static final byte HTAB = '\t';

    private static final boolean[] TOKEN = new boolean[256];
    private static final boolean[] VALUE = new boolean[256];
    private static final boolean[] HOST = new boolean[256];

    static {
        for (char c = 'a'; c <= 'z'; c++) TOKEN[c] = TOKEN[c - 32] = HOST[c] = HOST[c - 32] = true;
        for (char c = '0'; c <= '9'; c++) TOKEN[c] = HOST[c] = true;
        for (char c : "!#$%&'*+-.^_`|~".toCharArray()) TOKEN[c] = true;
        // RFC 3986 reg-name, IP literals and the port's colon; what a proxy and we could read differently is out.
        for (char c : "-._~!$&'()*+,;=%:[]".toCharArray()) HOST[c] = true;
        // obs-text (0x80–0xFF) is allowed in values, controls are not.
        for (int c = 0x20; c < 256; c++) VALUE[c] = c != 0x7F;
        VALUE[HTAB] = true;
    }

    private Bytes() {}

    static boolean isToken(byte b) {
        return TOKEN[b & 0xFF];
    }

    static boolean isValue(byte b) {
        return VALUE[b & 0xFF];
    }

    static boolean isHost(byte b) {
        return HOST[b & 0xFF];
    }

    /** Visible ASCII: all that a request target may consist of on the wire. */
    static boolean isVisible(byte b) {
        return b > 0x20 && b < 0x7F;
    }

    static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    static byte lower(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b + 32) : b;
    }

    /** The value of a hexadecimal digit, or -1. */
    static int hex(byte b) {
        if (b >= '0' && b <= '9') return b - '0';
        byte c = lower(b);
        return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    }

    /** Whether the bytes spell the word, whatever the case; the word is given in lower case. */
    static boolean isWord(byte[] bytes, int from, int to, String word) {
        if (to - from != word.length()) return false;
        for (int i = 0; i < word.length(); i++) if (lower(bytes[from + i]) != word.charAt(i)) return false;
        return true;
    }
}
