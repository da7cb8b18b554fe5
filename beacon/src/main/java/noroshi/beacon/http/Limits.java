package noroshi.beacon.http;

/**
 * What one client, and all of them together, may take from a beacon. Times in milliseconds, sizes in bytes.
 *
 * @param loopbackExempt whether connections of this machine itself count towards the limit per address; a front server
 *     on the same machine needs this, nobody else does
 */
public record Limits(
        int headBytesMax,
        int fieldsMax,
        int bodyBytesMax,
        int idleMsMax,
        int requestMsMax,
        int stallMsMax,
        int waitMsMax,
        int connectionsMax,
        int connectionsPerAddressMax,
        long keptBytesMax,
        boolean loopbackExempt) {

    /** Request line and fields together. Beyond it: 431. */
    public static final int HEAD_BYTES_MAX = 16 * 1024;

    public static final int FIELDS_MAX = 100;

    /** A body after decoding. Beyond it: 413. */
    public static final int BODY_BYTES_MAX = 64 * 1024;

    /** A kept-alive connection without a request. */
    public static final int IDLE_MS_MAX = 30_000;

    /** From a request's first byte to its last. Generous, since lines are poor when it matters. */
    public static final int REQUEST_MS_MAX = 20_000;

    /** A reader that takes nothing of an answer for so long is gone. */
    public static final int STALL_MS_MAX = 30_000;

    /** An answer that a handler prepares elsewhere (a letter's fsync, a long poll). */
    public static final int WAIT_MS_MAX = 90_000;

    public static final int CONNECTIONS_MAX = 10_000;

    /** Many telephones share one IPv4 address of a mobile network, so this can not be small. */
    public static final int CONNECTIONS_PER_ADDRESS_MAX = 512;

    /** All bytes of unfinished requests together. */
    public static final long KEPT_BYTES_MAX = 8L << 20;

    /** After this time an answer must have flowed with at least {@link #ANSWER_BYTES_PER_SECOND_MIN}. */
    static final int ANSWER_GRACE_MS = 60_000;

    static final int ANSWER_BYTES_PER_SECOND_MIN = 256;

    /** How long a refused client may go on sending before its connection is cut. */
    static final int LINGER_MS_MAX = 2_000;

    static final int LINGER_BYTES_MAX = 256 * 1024;

    /** On the wire a chunked body may take this many times its limit, no more. */
    static final int CHUNKED_OVERHEAD_TIMES_MAX = 2;

    public static Limits standard() {
        return new Limits(
                HEAD_BYTES_MAX,
                FIELDS_MAX,
                BODY_BYTES_MAX,
                IDLE_MS_MAX,
                REQUEST_MS_MAX,
                STALL_MS_MAX,
                WAIT_MS_MAX,
                CONNECTIONS_MAX,
                CONNECTIONS_PER_ADDRESS_MAX,
                KEPT_BYTES_MAX,
                false);
    }

    public Limits withBody(int bodyBytes, long keptBytes) {
        return new Limits(
                headBytesMax,
                fieldsMax,
                bodyBytes,
                idleMsMax,
                requestMsMax,
                stallMsMax,
                waitMsMax,
                connectionsMax,
                connectionsPerAddressMax,
                keptBytes,
                loopbackExempt);
    }

    public Limits withConnections(int connections, int perAddress) {
        return new Limits(
                headBytesMax,
                fieldsMax,
                bodyBytesMax,
                idleMsMax,
                requestMsMax,
                stallMsMax,
                waitMsMax,
                connections,
                perAddress,
                keptBytesMax,
                loopbackExempt);
    }

    public Limits withLoopbackExempt() {
        return new Limits(
                headBytesMax,
                fieldsMax,
                bodyBytesMax,
                idleMsMax,
                requestMsMax,
                stallMsMax,
                waitMsMax,
                connectionsMax,
                connectionsPerAddressMax,
                keptBytesMax,
                true);
    }

    int bodyWireBytesMax() {
        return bodyBytesMax * CHUNKED_OVERHEAD_TIMES_MAX;
    }
}
