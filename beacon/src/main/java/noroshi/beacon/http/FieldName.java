package noroshi.beacon.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The name of a header field, in lower case. */
public final class FieldName {

    public static final FieldName ACCEPT_ENCODING = new FieldName("accept-encoding");
    public static final FieldName AUTHORIZATION = new FieldName("authorization");
    public static final FieldName CONNECTION = new FieldName("connection");
    public static final FieldName CONTENT_LENGTH = new FieldName("content-length");
    public static final FieldName CONTENT_TYPE = new FieldName("content-type");
    public static final FieldName EXPECT = new FieldName("expect");
    public static final FieldName HOST = new FieldName("host");
    public static final FieldName IF_NONE_MATCH = new FieldName("if-none-match");
    public static final FieldName IF_RANGE = new FieldName("if-range");
    public static final FieldName ORIGIN = new FieldName("origin");
    public static final FieldName RANGE = new FieldName("range");
    public static final FieldName REFERER = new FieldName("referer");
    public static final FieldName SEC_FETCH_SITE = new FieldName("sec-fetch-site");
    public static final FieldName TRANSFER_ENCODING = new FieldName("transfer-encoding");
    public static final FieldName USER_AGENT = new FieldName("user-agent");

    private final byte[] lower;

    public FieldName(String name) {
        lower = name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
    }

    boolean matches(byte[] bytes, int from, int to) {
        if (to - from != lower.length) return false;
        for (int i = 0; i < lower.length; i++) if (Bytes.lower(bytes[from + i]) != lower[i]) return false;
        return true;
    }

    @Override
    public String toString() {
        return new String(lower, StandardCharsets.US_ASCII);
    }
}
