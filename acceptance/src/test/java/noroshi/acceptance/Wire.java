package noroshi.acceptance;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** One answer as its bytes pass the wire: status line, headers and body, as a browser with gzip gets them. */
record Wire(URI address, byte[] bytes) {

    private static final int SILENCE_MS_MAX = 10_000;

    static Wire get(URI address) throws IOException {
        return get(address, address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery()));
    }

    /** @param target sent as it is, so that paths can be asked for which no client would send */
    static Wire get(URI address, String target) throws IOException {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(SILENCE_MS_MAX);
            var request = "GET " + target + " HTTP/1.1\r\nHost: " + address.getAuthority()
                    + "\r\nUser-Agent: Mozilla/5.0 (acceptance)\r\nAccept: text/html\r\nAccept-Language: ja\r\n"
                    + "Accept-Encoding: gzip\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new Wire(address, socket.getInputStream().readAllBytes());
        }
    }

    int size() {
        return bytes.length;
    }

    int status() {
        var words = head().split(" ", 3);
        return words.length < 2 ? 0 : Integer.parseInt(words[1]);
    }

    String head() {
        return new String(bytes, 0, headLength(), StandardCharsets.ISO_8859_1);
    }

    String text() throws IOException {
        int from = headLength();
        if (!head().toLowerCase(java.util.Locale.ROOT).contains("content-encoding: gzip"))
            return new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
        try (var in = new GZIPInputStream(new java.io.ByteArrayInputStream(bytes, from, bytes.length - from))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private int headLength() {
        for (int i = 3; i < bytes.length; i++)
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') return i + 1;
        return bytes.length;
    }
}
