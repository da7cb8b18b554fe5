package noroshi.beacon.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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

    private final Connection connection;

    Request(Connection connection, int fieldsMax) {
        this.connection = connection;
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
        return at < 0 ? null : new String(bytes, base + fields[at + 2], length(at), StandardCharsets.ISO_8859_1);
    }

    public boolean has(FieldName name) {
        return find(name) >= 0;
    }

    /** Whether target and host are these very bytes: the question of a cache, answered without garbage. */
    public boolean is(byte[] target, byte[] host) {
        return Arrays.equals(bytes, base + targetFrom, base + targetTo, target, 0, target.length)
                && Arrays.equals(bytes, base + hostFrom, base + hostTo, host, 0, host.length);
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
        return connection.address();
    }

    /** Promises an answer from another thread; the handler then returns null. */
    public Later later() {
        return connection.later();
    }

    /** The counter of transports' loops: what a handler keeps per loop it finds under this number. */
    public int loop() {
        return connection.loopNumber();
    }

    private int find(FieldName name) {
        return next(-4, name);
    }

    private int next(int after, FieldName name) {
        for (int at = after + 4; at < fieldCount * 4; at += 4)
            if (name.matches(bytes, base + fields[at], base + fields[at + 1])) return at;
        return -1;
    }

    private int length(int at) {
        return fields[at + 3] - fields[at + 2];
    }

    private String ascii(int from, int to) {
        return new String(bytes, base + from, to - from, StandardCharsets.US_ASCII);
    }
}
