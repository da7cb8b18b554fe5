package noroshi.beacon.http;

import org.jspecify.annotations.Nullable;

/**
 * Reads requests in place from a connection's buffer, RFC 9112 taken strictly: whatever two readers could understand
 * differently is refused. Work is resumed where the bytes ended, so how they were cut into packets never matters.
 * All positions are relative to the request's first byte, since a connection may move its buffer.
 */
final class RequestParser {

    enum Step {
        /** More bytes are needed. */
        MORE,
        /** A whole request lies in the buffer; {@link #end()} is where the next one starts. */
        DONE,
        /** See {@link #refusal()}; nothing after it can be trusted. */
        REFUSED
    }

    private enum Phase {
        START,
        REQUEST_LINE,
        FIELDS,
        PLAIN_BODY,
        CHUNK_SIZE,
        CHUNK_DATA,
        CHUNK_END,
        TRAILERS
    }

    private final Limits limits;
    private final HeadReader head;
    private final ChunkedBody chunked;
    final Request request;

    private Phase phase = Phase.START;
    private int lineFrom;
    private int scanned;
    private int phaseFrom;
    private @Nullable Refusal refusal;

    RequestParser(Limits limits, Request request) {
        this.limits = limits;
        this.request = request;
        head = new HeadReader(request);
        chunked = new ChunkedBody(request, limits);
    }

    void next() {
        phase = Phase.START;
        lineFrom = scanned = phaseFrom = 0;
        refusal = null;
        request.clear();
        head.clear();
    }

    /** True once a first byte of a request has been seen. */
    boolean hasBegun() {
        return phase != Phase.START || scanned > 0;
    }

    /** The client holds its body back until it is told to go on. */
    boolean awaitsContinue() {
        return head.expectsContinue && (phase == Phase.PLAIN_BODY || phase == Phase.CHUNK_SIZE);
    }

    int end() {
        return lineFrom;
    }

    /** The request's length once its head tells it, else 0. */
    int expectedBytes() {
        return phase == Phase.PLAIN_BODY ? request.bodyFrom + request.bodyLength : 0;
    }

    Refusal refusal() {
        return refusal == null ? Refusal.MALFORMED : refusal;
    }

    Step advance(byte[] bytes, int base, int limit) {
        request.bytes = bytes;
        request.base = base;
        int available = limit - base;
        while (true) {
            Step step = step(bytes, base, available);
            if (step != null) return step;
        }
    }

    /** One line or one stretch of body; null means: go on. */
    private @Nullable Step step(byte[] bytes, int base, int available) {
        return switch (phase) {
            case START, REQUEST_LINE, FIELDS -> {
                int end = findLine(bytes, base, available, limits.headBytesMax());
                yield end < 0 ? unfinished(end, Refusal.HEAD_TOO_LARGE) : headLine(base, end);
            }
            case PLAIN_BODY -> {
                if (available - request.bodyFrom < request.bodyLength) yield Step.MORE;
                lineFrom = request.bodyFrom + request.bodyLength;
                yield Step.DONE;
            }
            case CHUNK_SIZE -> {
                int end = findLine(bytes, base, available, lineFrom + ChunkedBody.LINE_BYTES_MAX);
                yield end < 0 ? unfinished(end, Refusal.MALFORMED) : chunkSize(base, end);
            }
            case CHUNK_DATA -> chunkData(base, available);
            case CHUNK_END -> {
                int end = findLine(bytes, base, available, lineFrom + 2);
                yield end < 0 ? unfinished(end, Refusal.MALFORMED) : chunkEnd(end);
            }
            case TRAILERS -> {
                int end = findLine(bytes, base, available, phaseFrom + limits.headBytesMax());
                yield end < 0 ? unfinished(end, Refusal.HEAD_TOO_LARGE) : trailer(base, end);
            }
        };
    }

    private static final int NEED_MORE = -1;
    private static final int TOO_LONG = -2;
    private static final int BARE_LF = -3;

    /** The position of the CR that ends the line, or why there is none. The line ends before {@code bound}. */
    private int findLine(byte[] bytes, int base, int available, int bound) {
        int to = base + Math.min(available, bound);
        int at = base + scanned;
        while (at < to && bytes[at] != Bytes.LF) at++;
        scanned = at - base;
        if (at == to) return scanned >= bound ? TOO_LONG : NEED_MORE;
        if (scanned == lineFrom || bytes[at - 1] != Bytes.CR) return BARE_LF;
        return scanned - 1;
    }

    private @Nullable Step unfinished(int why, Refusal tooLong) {
        return switch (why) {
            case NEED_MORE -> Step.MORE;
            case TOO_LONG -> refuse(tooLong);
            default -> refuse(Refusal.MALFORMED);
        };
    }

    private void takeLine() {
        scanned++;
        lineFrom = scanned;
    }

    private @Nullable Step headLine(int base, int end) {
        int from = lineFrom;
        takeLine();
        if (phase == Phase.START) {
            phase = Phase.REQUEST_LINE;
            // RFC 9112 §2.2: one empty line before a request is a habit of old clients.
            if (from == end) return null;
        }
        if (phase == Phase.REQUEST_LINE) {
            phase = Phase.FIELDS;
            return refuseIf(head.requestLine(base, from, end));
        }
        if (from < end) return refuseIf(head.field(base, from, end));
        return headEnd();
    }

    private @Nullable Step headEnd() {
        request.bodyFrom = phaseFrom = lineFrom;
        var wrong = head.finish(limits.bodyBytesMax());
        if (wrong != null) return refuse(wrong);
        if (head.isChunked()) {
            chunked.begin();
            phase = Phase.CHUNK_SIZE;
            return null;
        }
        request.bodyLength = head.contentLength();
        phase = Phase.PLAIN_BODY;
        return null;
    }

    private @Nullable Step chunkSize(int base, int end) {
        int from = lineFrom;
        takeLine();
        var wrong = chunked.sizeLine(base, from, end);
        if (wrong != null) return refuse(wrong);
        if (lineFrom - request.bodyFrom > limits.bodyWireBytesMax()) return refuse(Refusal.BODY_TOO_LARGE);
        phase = chunked.isLast() ? Phase.TRAILERS : Phase.CHUNK_DATA;
        phaseFrom = lineFrom;
        return null;
    }

    private @Nullable Step chunkData(int base, int available) {
        lineFrom = scanned = chunked.take(base, lineFrom, available);
        if (chunked.isWanting()) return Step.MORE;
        phase = Phase.CHUNK_END;
        return null;
    }

    private @Nullable Step chunkEnd(int end) {
        if (end != lineFrom) return refuse(Refusal.MALFORMED);
        takeLine();
        phase = Phase.CHUNK_SIZE;
        return null;
    }

    private @Nullable Step trailer(int base, int end) {
        int from = lineFrom;
        takeLine();
        if (from == end) return Step.DONE;
        // Read for its form only: a trailer may change nothing of a request that was already understood.
        return refuseIf(head.isField(base, from, end) ? null : Refusal.MALFORMED);
    }

    private @Nullable Step refuseIf(@Nullable Refusal wrong) {
        return wrong == null ? null : refuse(wrong);
    }

    private Step refuse(Refusal why) {
        refusal = why;
        return Step.REFUSED;
    }
}
