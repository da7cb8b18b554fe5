package noroshi.beacon.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A prepared answer: status line and fields as bytes, and the body as the buffers it lies in (mapped files, mostly).
 * Immutable, shared by any number of connections; each keeps only how far it has come.
 */
public final class Answer {

    final int status;
    final boolean close;
    /** Status line and fields, without Date, Connection and the empty line, which each sending adds. */
    final byte[] head;

    final ByteBuffer[] parts;
    final long bodyLength;
    /** As much of the body as lies in the heap; mapped files cost nothing. */
    final long ownBytes;

    private Answer(int status, boolean close, byte[] head, ByteBuffer[] parts, long bodyLength) {
        this.status = status;
        this.close = close;
        this.head = head;
        this.parts = parts;
        this.bodyLength = bodyLength;
        long own = 0;
        for (var part : parts) if (!part.isDirect()) own += part.remaining();
        ownBytes = own;
    }

    public int status() {
        return status;
    }

    public long bodyLength() {
        return bodyLength;
    }

    public static Building status(int status, String reason) {
        return new Building(status, reason);
    }

    /** Field names and values come from us or from a signed snapshot; a line break in them is a bug. */
    public static final class Building {

        private final int status;
        private final StringBuilder head = new StringBuilder(256);
        private boolean close;

        private Building(int status, String reason) {
            this.status = status;
            head.append("HTTP/1.1 ").append(status).append(' ').append(reason).append("\r\n");
        }

        public Building field(String name, String value) {
            if (hasControl(name) || hasControl(value))
                throw new IllegalArgumentException(
                        "Field %s holds a control character. Maybe encode it.".formatted(name));
            head.append(name).append(": ").append(value).append("\r\n");
            return this;
        }

        public Building close() {
            close = true;
            return this;
        }

        public Answer text(String text) {
            return bytes(text.getBytes(StandardCharsets.UTF_8));
        }

        public Answer bytes(byte[] body) {
            return body(List.of(ByteBuffer.wrap(body)));
        }

        /** Each buffer from its position to its limit. */
        public Answer body(List<ByteBuffer> parts) {
            long length = 0;
            for (var part : parts) length += part.remaining();
            field("Content-Length", Long.toString(length));
            return build(parts.stream().map(ByteBuffer::slice).toArray(ByteBuffer[]::new), length);
        }

        /** For 304 and 204: no body, and no length that could contradict the page's. */
        public Answer nothing() {
            return build(new ByteBuffer[0], 0);
        }

        private Answer build(ByteBuffer[] parts, long length) {
            return new Answer(status, close, head.toString().getBytes(StandardCharsets.ISO_8859_1), parts, length);
        }

        private static boolean hasControl(String text) {
            return text.chars().anyMatch(c -> c < 0x20 && c != '\t' || c == 0x7F || c > 0xFF);
        }
    }

    long length(byte[] tail, boolean withBody) {
        return head.length + tail.length + (withBody ? bodyLength : 0);
    }

    /** Copies what follows after {@code from} bytes of the whole, as far as {@code out} has room. */
    void copy(long from, byte[] tail, boolean withBody, ByteBuffer out) {
        long at = from;
        if (at < head.length) {
            int count = Math.min(out.remaining(), head.length - (int) at);
            out.put(head, (int) at, count);
            at += count;
        }
        at -= head.length;
        if (at >= 0 && at < tail.length) {
            int count = Math.min(out.remaining(), tail.length - (int) at);
            out.put(tail, (int) at, count);
            at += count;
        }
        if (withBody && at >= tail.length) copyBody(at - tail.length, out);
    }

    private void copyBody(long from, ByteBuffer out) {
        long at = from;
        for (int i = 0; i < parts.length && out.hasRemaining(); i++) {
            var part = parts[i];
            int length = part.limit();
            if (at >= length) {
                at -= length;
                continue;
            }
            int count = Math.min(out.remaining(), length - (int) at);
            out.put(out.position(), part, (int) at, count);
            out.position(out.position() + count);
            at = 0;
        }
    }
}
