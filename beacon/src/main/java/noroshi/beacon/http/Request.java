package noroshi.beacon.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One request as it lies in its connection's buffer: a view, valid only while {@link Handler#handle} runs (or until the
 * {@link Later} taken from it is answered). Copy what must live longer.
 */
public final class Request {

    byte[] bytes = {};
    int base;

    Method method = Method.UNKNOWN;
    int minorVersion;
    int targetFrom;
    int targetTo;
    int hostFrom;
    int hostTo;
    boolean hostSeen;
    boolean absolute;
    boolean keepAlive;

    private final int[] fields;
    private int fieldCount;

    int bodyFrom;
    int bodyLength;

    /** The connection, as far as a handler may ask it. */
    interface Origin {
        AddressBlock address();

        /** Whether the other end is a trusted front server. */
        boolean isFront();

        Later later();

        int loopNumber();
    }

    private final Origin origin;

    Request(Origin origin, int fieldsMax) {
        this.origin = origin;
        fields = new int[fieldsMax * 4];
    }

    void clear() {
        fieldCount = 0;
        hostSeen = absolute = keepAlive = false;
        hostFrom = hostTo = targetFrom = targetTo = bodyFrom = bodyLength = 0;
    }

    /** Returns false when there is no room for another field. */
    boolean add(int nameFrom, int nameTo, int valueFrom, int valueTo) {
        int at = fieldCount * 4;
        if (at == fields.length) return false;
        fields[at] = nameFrom;
        fields[at + 1] = nameTo;
        fields[at + 2] = valueFrom;
        fields[at + 3] = valueTo;
        fieldCount++;
        return true;
    }

    public Method method() {
        return method;
    }

    /** Origin form as sent, still percent-encoded: path and query. Never absent, "/" for an empty path. */
    public String target() {
        return targetFrom == targetTo ? "/" : ascii(targetFrom, targetTo);
    }

    /** Authority of an absolute target, else of the Host field; empty when the client named none. */
    public String host() {
        return ascii(hostFrom, hostTo);
    }

    /** The first field of that name, or null. */
    public @Nullable String field(FieldName name) {
        int at = find(name);
        return at < 0 ? null : latin(fields[at + 2], fields[at + 3]);
    }

    /** The last field of that name, or null: what the nearest front server wrote. */
    public @Nullable String lastField(FieldName name) {
        int last = -1;
        for (int at = find(name); at >= 0; at = next(at, name)) last = at;
        return last < 0 ? null : latin(fields[last + 2], fields[last + 3]);
    }

    public boolean has(FieldName name) {
        return find(name) >= 0;
    }

    /** Whether target and host are these very bytes: the question of a cache, answered without garbage. */
    public boolean is(byte[] target, byte[] host) {
        return Arrays.equals(bytes, base + targetFrom, base + targetTo, target, 0, target.length)
                && Arrays.equals(bytes, base + hostFrom, base + hostTo, host, 0, host.length);
    }

    /** Without garbage; the prefix is ASCII. */
    public boolean targetStartsWith(String prefix) {
        if (targetTo - targetFrom < prefix.length()) return false;
        for (int i = 0; i < prefix.length(); i++) if (bytes[base + targetFrom + i] != prefix.charAt(i)) return false;
        return true;
    }

    public byte[] targetBytes() {
        return Arrays.copyOfRange(bytes, base + targetFrom, base + targetTo);
    }

    public byte[] hostBytes() {
        return Arrays.copyOfRange(bytes, base + hostFrom, base + hostTo);
    }

    /** A hash over target and host, seeded so that a client can not choose where it falls. */
    public int hash(int seed) {
        int hash = seed;
        for (int i = base + targetFrom, to = base + targetTo; i < to; i++) hash = hash * 31 + bytes[i];
        for (int i = base + hostFrom, to = base + hostTo; i < to; i++) hash = hash * 31 + bytes[i];
        hash *= 0x9E3779B9;
        return hash ^ (hash >>> 15);
    }

    public boolean acceptsGzip() {
        boolean gzip = false;
        for (int at = next(-4, FieldName.ACCEPT_ENCODING); at >= 0; at = next(at, FieldName.ACCEPT_ENCODING)) {
            int verdict = AcceptEncoding.gzip(bytes, base + fields[at + 2], base + fields[at + 3]);
            if (verdict == AcceptEncoding.REFUSED) return false;
            gzip |= verdict == AcceptEncoding.ACCEPTED;
        }
        return gzip;
    }

    /** A copy of the body, decoded from its transfer coding. */
    public byte[] body() {
        return Arrays.copyOfRange(bytes, base + bodyFrom, base + bodyFrom + bodyLength);
    }

    public AddressBlock from() {
        return origin.address();
    }

    /** Whether {@link #from} is a trusted front server; then its Forwarded field tells for whom it asks. */
    public boolean isFromFront() {
        return origin.isFront();
    }

    /** Promises an answer from another thread; the handler then returns null. */
    public Later later() {
        return origin.later();
    }

    /** The number of the loop, from 0: a handler may keep things per loop, and needs no locks for them. */
    public int loop() {
        return origin.loopNumber();
    }

    /** Every field in order, for tests and messages. */
    String fieldsTold() {
        var told = new StringBuilder();
        for (int at = 0; at < fieldCount * 4; at += 4)
            told.append(latin(fields[at], fields[at + 1]).toLowerCase(Locale.ROOT))
                    .append('=')
                    .append(latin(fields[at + 2], fields[at + 3]))
                    .append('|');
        return told.toString();
    }

    private int find(FieldName name) {
        return next(-4, name);
    }

    private int next(int after, FieldName name) {
        for (int at = after + 4; at < fieldCount * 4; at += 4)
            if (name.matches(bytes, base + fields[at], base + fields[at + 1])) return at;
        return -1;
    }

    private String latin(int from, int to) {
        return new String(bytes, base + from, to - from, StandardCharsets.ISO_8859_1);
    }

    private String ascii(int from, int to) {
        return new String(bytes, base + from, to - from, StandardCharsets.US_ASCII);
    }
}
