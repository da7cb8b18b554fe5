package noroshi.beacon.http;

/** The request's method, as far as a beacon tells them apart. */
public enum Method {
    GET,
    HEAD,
    POST,
    /** A method that HTTP knows and a beacon does not offer: 405. */
    UNOFFERED,
    /** Any other token: 501. */
    UNKNOWN;

    static Method of(byte[] bytes, int from, int to) {
        return switch (to - from) {
            case 3 -> is(bytes, from, "GET") ? GET : is(bytes, from, "PUT") ? UNOFFERED : UNKNOWN;
            case 4 -> is(bytes, from, "HEAD") ? HEAD : is(bytes, from, "POST") ? POST : UNKNOWN;
            case 5 -> is(bytes, from, "PATCH") || is(bytes, from, "TRACE") ? UNOFFERED : UNKNOWN;
            case 6 -> is(bytes, from, "DELETE") ? UNOFFERED : UNKNOWN;
            case 7 -> is(bytes, from, "OPTIONS") || is(bytes, from, "CONNECT") ? UNOFFERED : UNKNOWN;
            default -> UNKNOWN;
        };
    }

    private static boolean is(byte[] bytes, int from, String name) {
        for (int i = 0; i < name.length(); i++) if (bytes[from + i] != name.charAt(i)) return false;
        return true;
    }
}
