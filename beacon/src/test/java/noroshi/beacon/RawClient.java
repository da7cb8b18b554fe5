package noroshi.beacon;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Bytes in, bytes out, until the beacon closes. */
final class RawClient {

    private static final int TIMEOUT_MS = 10_000;

    private RawClient() {}

    static String ask(Beacon beacon, String request) throws IOException {
        try (var socket =
                new Socket(beacon.address().getAddress(), beacon.address().getPort())) {
            socket.setSoTimeout(TIMEOUT_MS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
