package noroshi.beacon.http;

/** RFC 9110 §12.5.3: whether a list of codings allows gzip. A malformed weight counts as refusal: identity always works. */
final class AcceptEncoding {

    static final int ABSENT = 0;
    static final int ACCEPTED = 1;
    static final int REFUSED = -1;

    private AcceptEncoding() {}

    /** gzip named explicitly decides; else a {@code *} does. */
    static int gzip(byte[] bytes, int from, int to) {
        int star = ABSENT;
        int at = from;
        while (at < to) {
            int end = at;
            while (end < to && bytes[end] != ',') end++;
            int nameFrom = at;
            while (nameFrom < end && isBlank(bytes[nameFrom])) nameFrom++;
            int nameTo = nameFrom;
            while (nameTo < end && Bytes.isToken(bytes[nameTo])) nameTo++;
            if (Bytes.isWord(bytes, nameFrom, nameTo, "gzip") || Bytes.isWord(bytes, nameFrom, nameTo, "x-gzip"))
                return verdict(bytes, nameTo, end);
            if (nameTo - nameFrom == 1 && bytes[nameFrom] == '*') star = verdict(bytes, nameTo, end);
            at = end + 1;
        }
        return star;
    }

    private static int verdict(byte[] bytes, int from, int to) {
        int at = skipBlank(bytes, from, to);
        if (at == to) return ACCEPTED;
        if (bytes[at] != ';') return REFUSED;
        at = skipBlank(bytes, at + 1, to);
        if (to - at < 3 || Bytes.lower(bytes[at]) != 'q' || bytes[at + 1] != '=') return REFUSED;
        return isPositiveWeight(bytes, at + 2, trimEnd(bytes, at + 2, to)) ? ACCEPTED : REFUSED;
    }

    private static boolean isPositiveWeight(byte[] bytes, int from, int to) {
        if (to - from < 1 || to - from > 5) return false;
        if (bytes[from] == '1') return true;
        if (bytes[from] != '0') return false;
        for (int i = from + 2; i < to; i++) if (bytes[i] >= '1' && bytes[i] <= '9') return true;
        return false;
    }

    private static int skipBlank(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && isBlank(bytes[at])) at++;
        return at;
    }

    private static int trimEnd(byte[] bytes, int from, int to) {
        int end = to;
        while (end > from && isBlank(bytes[end - 1])) end--;
        return end;
    }

    private static boolean isBlank(byte b) {
        return b == Bytes.SP || b == Bytes.HTAB;
    }
}
