package noroshi.snapshot;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What an endpoint answers: the HTTP layer sends it as it is. Buffers are read-only views, not copies. */
public record Response(int status, String type, List<ByteBuffer> body) {
    static final String BINARY = "application/octet-stream";

    public static Response of(int status, byte[] body) {
        return new Response(status, BINARY, List.of(ByteBuffer.wrap(body)));
    }

    public static Response text(int status, String text) {
        return new Response(
                status,
                "text/plain; charset=utf-8",
                List.of(ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8))));
    }

    public static Response empty(int status) {
        return new Response(status, BINARY, List.of());
    }

    public long bytes() {
        return body.stream().mapToLong(ByteBuffer::remaining).sum();
    }
}
