package noroshi.beacon.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** A transport on a port of its own, whose time passes only by hand. */
final class Served implements AutoCloseable {

    private static final int PATIENCE_MS = 10_000;
    private static final int GLANCE_MS = 20;

    private final AtomicLong nanos = new AtomicLong(1_000_000_000L);
    final NioTransport transport;

    Served(Limits limits, Handler handler) {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var noon = InstantSource.fixed(Instant.parse("2026-03-11T03:00:00Z"));
        try {
            transport = NioTransport.start(
                    NioTransport.Setting.of("test", address, 1).with(limits).with(noon, nanos::get), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Limits limits() {
        return new Limits(1_000, 8, 500, 5_000, 10_000, 7_000, 9_000, 50, 50, 1 << 20, false);
    }

    Socket connect() throws IOException {
        var socket =
                new Socket(transport.address().getAddress(), transport.address().getPort());
        socket.setSoTimeout(PATIENCE_MS);
        return socket;
    }

    /** From another address of this machine, which limits count as another client. */
    Socket connectFrom(String address) throws IOException {
        var own = InetAddress.ofLiteral(address);
        var socket =
                new Socket(transport.address().getAddress(), transport.address().getPort(), own, 0);
        socket.setSoTimeout(PATIENCE_MS);
        return socket;
    }

    /** Waits while no time passes. */
    static void await(BooleanSupplier happened) {
        long end = System.nanoTime() + PATIENCE_MS * 1_000_000L;
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() > end) throw new IllegalStateException("it did not happen");
            Thread.yield();
        }
    }

    String ask(String bytes) throws IOException {
        try (var socket = connect()) {
            send(socket, bytes);
            return rest(socket);
        }
    }

    static void send(Socket socket, String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    static String rest(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Reads as many bytes as the text has. */
    static String read(Socket socket, int count) throws IOException {
        return new String(socket.getInputStream().readNBytes(count), StandardCharsets.UTF_8);
    }

    void pass(int ms) {
        nanos.addAndGet(ms * 1_000_000L);
        transport.wake();
    }

    /** Lets seconds pass until the other side closes; then everything it said. */
    String passUntilAnswered(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        var said = new ByteArrayOutputStream();
        socket.setSoTimeout(GLANCE_MS);
        for (int i = 0; i < 500; i++) {
            try {
                for (int b = in.read(); b >= 0; b = in.read()) said.write(b);
                return said.toString(StandardCharsets.UTF_8);
            } catch (SocketTimeoutException quiet) {
                pass(1_000);
            }
        }
        throw new IllegalStateException("nothing happened in 500 seconds of the test's time");
    }

    void passUntil(BooleanSupplier happened) {
        long end = System.nanoTime() + PATIENCE_MS * 1_000_000L;
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() > end) throw new IllegalStateException("it did not happen");
            pass(1_000);
            Thread.yield();
        }
    }

    @Override
    public void close() {
        transport.close();
    }
}
