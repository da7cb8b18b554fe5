package noroshi.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Clients that begin a request and never end it: a few bytes of one more field now and then; who is cut off comes back. */
final class Idlers implements AutoCloseable {

    private static final byte[] BEGIN =
            "GET /0 HTTP/1.1\r\nHost: a.example\r\nX-0: ".getBytes(StandardCharsets.US_ASCII);
    private static final int EVERY_MS = 4_000;
    private static final int SLICES = 100;

    private final InetSocketAddress to;
    private final List<SocketChannel> channels = new ArrayList<>();
    private final AtomicLong cut = new AtomicLong();
    private final Thread thread;
    private volatile boolean closed;

    Idlers(int count, int port) throws IOException {
        to = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        for (int i = 0; i < count; i++) channels.add(begin());
        thread = Thread.ofPlatform().daemon().name("idlers").start(this::trickle);
    }

    private SocketChannel begin() throws IOException {
        var channel = SocketChannel.open(to);
        channel.configureBlocking(false);
        channel.write(ByteBuffer.wrap(BEGIN));
        return channel;
    }

    /** How often one of them was cut off and came back. */
    long cut() {
        return cut.get();
    }

    private void trickle() {
        for (int slice = 0; !closed; slice = (slice + 1) % SLICES) {
            for (int i = slice; i < channels.size() && !closed; i += SLICES) say(i);
            LockSupport.parkNanos(EVERY_MS * 1_000_000L / SLICES);
        }
    }

    private void say(int number) {
        var channel = channels.get(number);
        try {
            channel.write(ByteBuffer.wrap(new byte[] {'x'}));
            if (channel.read(ByteBuffer.allocate(1024)) == 0) return;
            throw new IOException("it answered, so it will close");
        } catch (IOException gone) {
            cut.incrementAndGet();
            try {
                channel.close();
                channels.set(number, begin());
            } catch (IOException refused) {
                // Next time, perhaps.
            }
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (var channel : channels) channel.close();
    }
}
