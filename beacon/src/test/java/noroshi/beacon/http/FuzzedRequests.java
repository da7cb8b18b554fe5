package noroshi.beacon.http;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Requests, sound and broken, made from a seed: valid pieces put together, then sometimes spoilt. */
final class FuzzedRequests {

    private static final String[] METHODS = {"GET", "GET", "GET", "HEAD", "POST", "PUT", "OPTIONS", "BREW", "get", ""};
    private static final String[] TARGETS = {
        "/", "/040002/press/12", "/a?b=c", "*", "http://example.jp/x", "HTTPS://h:1", "http://", "/%2e%2e/", "x", "//"
    };
    private static final String[] VERSIONS = {
        "HTTP/1.1", "HTTP/1.1", "HTTP/1.1", "HTTP/1.0", "HTTP/2.0", "HTTP/1.9", "http/1.1", "HTTP/1.", "HTTP/11"
    };
    private static final String[] FIELDS = {
        "Host: a.example",
        "Host: a.example",
        "Host:b:8080",
        "Host: a b",
        "Host:",
        "Accept-Encoding: gzip, br;q=0.1",
        "Connection: close",
        "Connection: keep-alive, x",
        "CONNECTION:\tClose ",
        "Expect: 100-continue",
        "Expect: tea",
        "Content-Length: 5",
        "Content-Length: 0",
        "Content-Length: 70000",
        "content-length:3",
        "Content-Length: +1",
        "Content-Length: 5, 5",
        "Content-Length: 99999999999999999999",
        "Transfer-Encoding: chunked",
        "Transfer-Encoding: CHUNKED",
        "Transfer-Encoding: gzip, chunked",
        "Transfer-Encoding: chunked, gzip",
        "Transfer-Encoding : chunked",
        " folded: line",
        "\tx",
        ": nameless",
        "X-Old: \u00e9\u00ff",
        "X: a\u0001b",
        "X:",
        "X"
    };
    private static final String[] BODIES = {
        "",
        "hello",
        "abc",
        "0\r\n\r\n",
        "5\r\nhello\r\n0\r\n\r\n",
        "3;x=y\r\nabc\r\n2\r\nde\r\n0\r\nT: v\r\n\r\n",
        "5 \r\nhello\r\n0\r\n\r\n",
        "5\nhello\r\n0\r\n\r\n",
        "g\r\n",
        "0\r\nbad trailer\r\n\r\n",
        "FFFFFFFFFFFFFFFF1\r\n",
        "ffffffff\r\n",
        "0000000005\r\nhello\r\n00\r\n\r\n",
        "5\r\nhelloXX0\r\n\r\n"
    };

    private final Random random;

    FuzzedRequests(long seed) {
        random = new Random(seed);
    }

    byte[] next() {
        var bytes = new StringBuilder();
        for (int i = 0, count = 1 + random.nextInt(3); i < count; i++) request(bytes);
        var all = bytes.toString().getBytes(StandardCharsets.ISO_8859_1);
        return random.nextInt(3) == 0 ? spoilt(all) : all;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    private void request(StringBuilder bytes) {
        if (random.nextInt(12) == 0) bytes.append("\r\n");
        bytes.append(mostly(METHODS))
                .append(' ')
                .append(mostly(TARGETS))
                .append(' ')
                .append(mostly(VERSIONS))
                .append("\r\n");
        if (random.nextInt(8) != 0) bytes.append("Host: a.example\r\n");
        int framing = random.nextInt(6);
        if (framing == 0) bytes.append("Content-Length: 5\r\n");
        if (framing == 1) bytes.append("Transfer-Encoding: chunked\r\n");
        for (int i = random.nextInt(4); i > 0; i--)
            bytes.append(soundOr(FIELDS)).append("\r\n");
        bytes.append("\r\n");
        if (framing == 0 && random.nextInt(5) != 0) bytes.append("hello");
        else if (framing == 1) bytes.append(pick(BODIES));
        else if (random.nextInt(8) == 0) bytes.append(pick(BODIES));
    }

    /** The first choices are the sound ones. */
    private String mostly(String[] choices) {
        return random.nextInt(4) == 0 ? pick(choices) : choices[random.nextInt(3)];
    }

    private String soundOr(String[] fields) {
        return random.nextInt(3) == 0 ? pick(fields) : fields[5 + random.nextInt(3)];
    }

    private String pick(String[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    private byte[] spoilt(byte[] bytes) {
        if (bytes.length == 0) return bytes;
        int at = random.nextInt(bytes.length);
        byte[] evil = {0, '\r', '\n', ' ', ':', '\t', (byte) 0xFF, 'a', ';', ','};
        return switch (random.nextInt(4)) {
            case 0 -> java.util.Arrays.copyOf(bytes, at);
            case 1 -> {
                bytes[at] = evil[random.nextInt(evil.length)];
                yield bytes;
            }
            case 2 -> without(bytes, at);
            default -> {
                bytes[at] = (byte) random.nextInt(256);
                yield bytes;
            }
        };
    }

    private static byte[] without(byte[] bytes, int at) {
        var less = new byte[bytes.length - 1];
        System.arraycopy(bytes, 0, less, 0, at);
        System.arraycopy(bytes, at + 1, less, at, less.length - at);
        return less;
    }
}
