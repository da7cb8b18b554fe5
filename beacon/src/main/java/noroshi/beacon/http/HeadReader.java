package noroshi.beacon.http;

import org.jspecify.annotations.Nullable;

/** Reads request line and fields, one line at a time, and decides how the body is framed. */
final class HeadReader {

    private static final int CONTENT_LENGTH_DIGITS_MAX = 18;

    private enum Coding {
        NONE,
        CHUNKED,
        UNKNOWN
    }

    private final Request request;
    private Coding coding = Coding.NONE;
    private long contentLength = -1;
    private boolean close;
    private boolean keepAliveAsked;
    private boolean otherExpectation;
    boolean expectsContinue;

    HeadReader(Request request) {
        this.request = request;
    }

    void clear() {
        coding = Coding.NONE;
        contentLength = -1;
        close = keepAliveAsked = otherExpectation = expectsContinue = false;
    }

    boolean isChunked() {
        return coding == Coding.CHUNKED;
    }

    int contentLength() {
        return (int) Math.max(0, contentLength);
    }

    @Nullable
    Refusal requestLine(int base, int from, int to) {
        byte[] bytes = request.bytes;
        int at = from;
        while (at < to && Bytes.isToken(bytes[base + at])) at++;
        if (at == from || at == to || bytes[base + at] != Bytes.SP) return Refusal.MALFORMED;
        request.method = Method.of(bytes, base + from, base + at);
        int targetFrom = ++at;
        while (at < to && Bytes.isVisible(bytes[base + at])) at++;
        if (at == targetFrom || at == to || bytes[base + at] != Bytes.SP) return Refusal.MALFORMED;
        var wrong = version(base + at + 1, base + to);
        return wrong != null ? wrong : target(base, targetFrom, at);
    }

    private @Nullable Refusal version(int from, int to) {
        byte[] bytes = request.bytes;
        if (to - from != 8 || !Bytes.isWord(bytes, from, from + 5, "http/")) return Refusal.MALFORMED;
        // The name is case-sensitive (RFC 9112 §2.3); isWord is not.
        for (int i = from; i < from + 4; i++) if (bytes[i] > 'Z') return Refusal.MALFORMED;
        if (!Bytes.isDigit(bytes[from + 5]) || bytes[from + 6] != '.' || !Bytes.isDigit(bytes[from + 7]))
            return Refusal.MALFORMED;
        if (bytes[from + 5] != '1') return Refusal.VERSION;
        request.minorVersion = bytes[from + 7] == '0' ? 0 : 1;
        return null;
    }

    /** RFC 9112 §3.2: origin form, absolute form; the other two belong to methods that we do not offer. */
    private @Nullable Refusal target(int base, int from, int to) {
        byte[] bytes = request.bytes;
        request.targetFrom = from;
        request.targetTo = to;
        if (bytes[base + from] == '/') return null;
        if (request.method == Method.UNOFFERED || request.method == Method.UNKNOWN) return null;
        int authority = authorityFrom(base, from, to);
        if (authority < 0) return Refusal.MALFORMED;
        int at = authority;
        while (at < to && bytes[base + at] != '/' && bytes[base + at] != '?') {
            if (!Bytes.isHost(bytes[base + at])) return Refusal.MALFORMED;
            at++;
        }
        if (at == authority) return Refusal.MALFORMED;
        request.absolute = true;
        request.hostFrom = authority;
        request.hostTo = at;
        request.targetFrom = at;
        return null;
    }

    private int authorityFrom(int base, int from, int to) {
        if (to - from > 7 && Bytes.isWord(request.bytes, base + from, base + from + 7, "http://")) return from + 7;
        if (to - from > 8 && Bytes.isWord(request.bytes, base + from, base + from + 8, "https://")) return from + 8;
        return -1;
    }

    boolean isField(int base, int from, int to) {
        byte[] bytes = request.bytes;
        int colon = nameEnd(base, from, to);
        if (colon < 0) return false;
        for (int i = colon + 1; i < to; i++) if (!Bytes.isValue(bytes[base + i])) return false;
        return true;
    }

    /** The colon's position; -1 for an empty or broken name, white space before the colon, or a folded line. */
    private int nameEnd(int base, int from, int to) {
        int at = from;
        while (at < to && Bytes.isToken(request.bytes[base + at])) at++;
        return at == from || at == to || request.bytes[base + at] != ':' ? -1 : at;
    }

    @Nullable
    Refusal field(int base, int from, int to) {
        if (!isField(base, from, to)) return Refusal.MALFORMED;
        byte[] bytes = request.bytes;
        int nameTo = nameEnd(base, from, to);
        int valueFrom = nameTo + 1;
        while (valueFrom < to && isBlank(bytes[base + valueFrom])) valueFrom++;
        int valueTo = to;
        while (valueTo > valueFrom && isBlank(bytes[base + valueTo - 1])) valueTo--;
        if (!request.add(from, nameTo, valueFrom, valueTo)) return Refusal.HEAD_TOO_LARGE;
        return understand(base + from, base + nameTo, base + valueFrom, base + valueTo);
    }

    /** The few fields on which framing, routing and the connection's life depend. */
    private @Nullable Refusal understand(int nameFrom, int nameTo, int valueFrom, int valueTo) {
        byte[] bytes = request.bytes;
        return switch (nameTo - nameFrom) {
            case 4 -> FieldName.HOST.matches(bytes, nameFrom, nameTo) ? host(valueFrom, valueTo) : null;
            case 6 -> FieldName.EXPECT.matches(bytes, nameFrom, nameTo) ? expect(valueFrom, valueTo) : null;
            case 10 -> FieldName.CONNECTION.matches(bytes, nameFrom, nameTo) ? connection(valueFrom, valueTo) : null;
            case 14 -> FieldName.CONTENT_LENGTH.matches(bytes, nameFrom, nameTo) ? length(valueFrom, valueTo) : null;
            case 17 -> FieldName.TRANSFER_ENCODING.matches(bytes, nameFrom, nameTo) ? coding(valueFrom, valueTo) : null;
            default -> null;
        };
    }

    private @Nullable Refusal host(int from, int to) {
        if (request.hostSeen) return Refusal.MALFORMED;
        for (int i = from; i < to; i++) if (!Bytes.isHost(request.bytes[i])) return Refusal.MALFORMED;
        request.hostSeen = true;
        if (request.absolute) return null;
        request.hostFrom = from - request.base;
        request.hostTo = to - request.base;
        return null;
    }

    private @Nullable Refusal expect(int from, int to) {
        if (Bytes.isWord(request.bytes, from, to, "100-continue")) expectsContinue = true;
        else otherExpectation = true;
        return null;
    }

    private @Nullable Refusal connection(int from, int to) {
        byte[] bytes = request.bytes;
        int at = from;
        while (at < to) {
            int end = at;
            while (end < to && bytes[end] != ',') end++;
            int wordTo = end;
            while (at < wordTo && isBlank(bytes[at])) at++;
            while (wordTo > at && isBlank(bytes[wordTo - 1])) wordTo--;
            close |= Bytes.isWord(bytes, at, wordTo, "close");
            keepAliveAsked |= Bytes.isWord(bytes, at, wordTo, "keep-alive");
            at = end + 1;
        }
        return null;
    }

    private @Nullable Refusal length(int from, int to) {
        if (contentLength >= 0 || from == to) return Refusal.MALFORMED;
        long length = 0;
        for (int i = from; i < to; i++) {
            if (!Bytes.isDigit(request.bytes[i])) return Refusal.MALFORMED;
            length = i - from < CONTENT_LENGTH_DIGITS_MAX ? length * 10 + request.bytes[i] - '0' : Long.MAX_VALUE / 10;
        }
        contentLength = length;
        return null;
    }

    private @Nullable Refusal coding(int from, int to) {
        if (coding != Coding.NONE) return Refusal.MALFORMED;
        int last = to;
        while (last > from && request.bytes[last - 1] != ',') last--;
        int word = last;
        while (word < to && isBlank(request.bytes[word])) word++;
        if (!Bytes.isWord(request.bytes, word, to, "chunked")) return Refusal.MALFORMED;
        coding = last == from ? Coding.CHUNKED : Coding.UNKNOWN;
        return null;
    }

    /** RFC 9112 §6.3, with every doubtful case refused. */
    @Nullable
    Refusal finish(int bodyBytesMax) {
        if (!request.hostSeen && request.minorVersion > 0) return Refusal.MALFORMED;
        if (coding != Coding.NONE && (contentLength >= 0 || request.minorVersion == 0)) return Refusal.MALFORMED;
        if (coding == Coding.UNKNOWN) return Refusal.CODING;
        if (contentLength > bodyBytesMax) return Refusal.BODY_TOO_LARGE;
        if (otherExpectation) return Refusal.EXPECTATION;
        expectsContinue &= request.minorVersion > 0 && (coding == Coding.CHUNKED || contentLength > 0);
        request.keepAlive = !close && (request.minorVersion > 0 || keepAliveAsked);
        return null;
    }

    private static boolean isBlank(byte b) {
        return b == Bytes.SP || b == Bytes.HTAB;
    }
}
