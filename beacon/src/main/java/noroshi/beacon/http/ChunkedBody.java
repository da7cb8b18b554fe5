package noroshi.beacon.http;

import org.jspecify.annotations.Nullable;

/** RFC 9112 §7.1: joins the chunks in place, so that a chunked body ends up as one stretch of the buffer. */
final class ChunkedBody {

    /** A size and, perhaps, extensions, which nobody needs. */
    static final int LINE_BYTES_MAX = 256;

    private static final int SIZE_DIGITS_MAX = 16;

    private final Request request;
    private final Limits limits;
    private int remaining;
    private boolean last;

    ChunkedBody(Request request, Limits limits) {
        this.request = request;
        this.limits = limits;
    }

    void begin() {
        remaining = 0;
        last = false;
    }

    boolean isLast() {
        return last;
    }

    boolean isWanting() {
        return remaining > 0;
    }

    @Nullable
    Refusal sizeLine(int base, int from, int to) {
        byte[] bytes = request.bytes;
        long size = 0;
        int at = from;
        while (at < to && Bytes.hex(bytes[base + at]) >= 0) {
            if (at - from == SIZE_DIGITS_MAX) return Refusal.MALFORMED;
            size = Math.min(size * 16 + Bytes.hex(bytes[base + at]), Integer.MAX_VALUE);
            at++;
        }
        if (at == from) return Refusal.MALFORMED;
        if (at < to && bytes[base + at] != ';') return Refusal.MALFORMED;
        for (; at < to; at++) if (!Bytes.isValue(bytes[base + at])) return Refusal.MALFORMED;
        if (size > limits.bodyBytesMax() - request.bodyLength) return Refusal.BODY_TOO_LARGE;
        remaining = (int) size;
        last = size == 0;
        return null;
    }

    /** Moves what has come of the chunk behind the body so far; returns where reading goes on. */
    int take(int base, int from, int available) {
        int count = Math.min(remaining, available - from);
        System.arraycopy(
                request.bytes, base + from, request.bytes, base + request.bodyFrom + request.bodyLength, count);
        request.bodyLength += count;
        remaining -= count;
        return from + count;
    }
}
