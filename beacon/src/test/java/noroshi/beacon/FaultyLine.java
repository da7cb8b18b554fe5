package noroshi.beacon;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** A line between two machines that flips bits and breaks, as often as it is told, in both directions. */
final class FaultyLine implements AutoCloseable {

    private static final int CHUNK_BYTES = 2048;

    private final ServerSocket door;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final RandomGenerator random;
    private volatile InetSocketAddress target;
    private volatile double flips;
    private volatile double cuts;

    FaultyLine(long seed, InetSocketAddress target) throws IOException {
        this.target = target;
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        door = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        threads.execute(this::welcome);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    /** Where it leads from now on: a machine that was started again. */
    void leadTo(InetSocketAddress target) {
        this.target = target;
        cut();
    }

    /** @param flips how likely one bit of each two kilobytes is changed; @param cuts how likely the line breaks there */
    void rough(double flips, double cuts) {
        this.flips = flips;
        this.cuts = cuts;
    }

    /** Good from now on; what hangs on a changed length is let go. */
    void calm() {
        rough(0, 0);
        cut();
    }

    private void cut() {
        for (var socket : open) close(socket);
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                var near = door.accept();
                open.add(near);
                threads.execute(() -> join(near));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void join(Socket near) {
        try (near;
                var far = new Socket(InetAddress.getLoopbackAddress(), target.getPort())) {
            open.add(far);
            var back = threads.submit(() -> carry(far, near));
            carry(near, far);
            back.get();
        } catch (Exception broken) {
            // That is what it is for.
        } finally {
            open.remove(near);
        }
    }

    private void carry(Socket from, Socket to) {
        var bytes = new byte[CHUNK_BYTES];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(bytes); n > 0; n = in.read(bytes)) {
                if (chance(cuts)) {
                    out.write(bytes, 0, draw(n));
                    break;
                }
                if (chance(flips)) bytes[draw(n)] ^= (byte) (1 << draw(8));
                out.write(bytes, 0, n);
            }
        } catch (IOException broken) {
            // The other direction ends as well.
        }
        close(from);
        close(to);
    }

    private synchronized boolean chance(double share) {
        return share > 0 && random.nextDouble() < share;
    }

    private synchronized int draw(int bound) {
        return random.nextInt(bound);
    }

    private void close(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException gone) {
            // Closed is closed.
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException gone) {
            // Closed is closed.
        }
        cut();
        threads.shutdownNow();
    }
}
