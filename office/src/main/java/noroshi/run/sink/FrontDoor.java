package noroshi.run.sink;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.Semaphore;

/**
 * One port for two protocols. A browser speaks first, an SMTP client waits to be greeted: whoever is silent for
 * {@value #SILENCE_MS} ms is joined to the SMTP server, everybody else to the web server behind.
 */
final class FrontDoor implements AutoCloseable {

    private static final int SILENCE_MS = 300;
    private static final int IDLE_MS_MAX = 120_000;
    private static final int CONNECTIONS_MAX = 200;

    private final ServerSocket door;
    private final int web;
    private final int smtp;
    private final Semaphore places = new Semaphore(CONNECTIONS_MAX);

    FrontDoor(int port, int web, int smtp) {
        this.web = web;
        this.smtp = smtp;
        try {
            door = new ServerSocket();
            door.setReuseAddress(true);
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on port " + port, e);
        }
        Thread.ofPlatform().daemon().name("mail-door").start(this::welcome);
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                var guest = door.accept();
                places.acquireUninterruptibly();
                Thread.ofVirtual().start(() -> {
                    try (guest) {
                        join(guest);
                    } catch (IOException e) {
                        // The guest left in the middle; nobody waits for an answer.
                    } finally {
                        places.release();
                    }
                });
            } catch (IOException e) {
                if (!door.isClosed()) System.err.println("noroshi: mail sink: " + e.getMessage());
            }
        }
    }

    private void join(Socket guest) throws IOException {
        var first = new byte[1];
        guest.setSoTimeout(SILENCE_MS);
        int spoken = listen(guest.getInputStream(), first);
        if (spoken < 0) return;
        guest.setSoTimeout(IDLE_MS_MAX);
        try (var host = new Socket(InetAddress.getLoopbackAddress(), spoken > 0 ? web : smtp)) {
            host.setSoTimeout(IDLE_MS_MAX);
            if (spoken > 0) host.getOutputStream().write(first);
            var back = Thread.ofVirtual().start(() -> copy(host, guest));
            copy(guest, host);
            back.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** 1 when the guest spoke, 0 when it waits, -1 when it left. */
    private static int listen(InputStream in, byte[] first) throws IOException {
        try {
            return in.read(first);
        } catch (SocketTimeoutException e) {
            return 0;
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
            to.shutdownOutput();
        } catch (IOException e) {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // closed is what we wanted
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
