package noroshi.beacon.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Passes one connection on, what the client says in single bytes. */
final class SlowRelay implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    SlowRelay(InetSocketAddress to) throws IOException {
        var unused = threads.submit(() -> {
            try (var from = server.accept();
                    var there = new Socket(to.getAddress(), to.getPort())) {
                there.setTcpNoDelay(true);
                var back = threads.submit(() -> there.getInputStream().transferTo(from.getOutputStream()));
                for (int b = from.getInputStream().read();
                        b >= 0;
                        b = from.getInputStream().read())
                    there.getOutputStream().write(b);
                return back.get();
            }
        });
    }

    InetSocketAddress address() {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
