package noroshi.beacon.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Event loops on the JDK's own selectors, all accepting from one listening socket. */
public final class NioTransport implements Transport {

    private static final int BACKLOG = 4096;
    private static final int STOP_MS_MAX = 1_000;

    private final ServerSocketChannel server;
    private final InetSocketAddress address;
    private final Traffic traffic = new Traffic();
    private final List<EventLoop> loops = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    private NioTransport(ServerSocketChannel server) throws IOException {
        this.server = server;
        this.address = (InetSocketAddress) server.getLocalAddress();
    }

    /**
     * @param ticker nanoseconds of a clock that never jumps; every time limit is measured on it
     * @param clock for the Date field only
     */
    public record Setting(
            String name,
            InetSocketAddress address,
            int loops,
            Limits limits,
            InstantSource clock,
            LongSupplier ticker) {

        public static Setting of(String name, InetSocketAddress address, int loops) {
            return new Setting(name, address, loops, Limits.standard(), InstantSource.system(), System::nanoTime);
        }

        public Setting with(Limits other) {
            return new Setting(name, address, loops, other, clock, ticker);
        }

        public Setting with(InstantSource otherClock, LongSupplier otherTicker) {
            return new Setting(name, address, loops, limits, otherClock, otherTicker);
        }
    }

    public static NioTransport start(Setting setting, Handler handler) throws IOException {
        var server = ServerSocketChannel.open();
        try {
            server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            server.bind(setting.address(), BACKLOG);
            server.configureBlocking(false);
            var transport = new NioTransport(server);
            transport.run(setting, handler);
            return transport;
        } catch (IOException e) {
            server.close();
            throw new IOException(
                    "%s can not listen on %s: %s. Maybe another program holds the port."
                            .formatted(setting.name(), setting.address(), e.getMessage()),
                    e);
        }
    }

    private void run(Setting setting, Handler handler) throws IOException {
        var count = new ConnectionCount(setting.limits());
        for (int i = 0; i < setting.loops(); i++)
            loops.add(new EventLoop(
                    i,
                    server,
                    setting.limits(),
                    setting.loops(),
                    handler,
                    traffic,
                    count,
                    setting.clock(),
                    setting.ticker()));
        for (var loop : loops)
            threads.add(
                    Thread.ofPlatform().name(setting.name() + "-" + loop.number).start(loop));
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public Traffic traffic() {
        return traffic;
    }

    /** Makes every loop look at the ticker now; time in tests is moved by hand. */
    void wake() {
        loops.forEach(EventLoop::wake);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The listening socket did not close.", e);
        }
        loops.forEach(EventLoop::beginStop);
        long end = System.nanoTime() + STOP_MS_MAX * 1_000_000L;
        for (var thread : threads) await(thread, end);
        loops.forEach(EventLoop::stop);
        for (var thread : threads) await(thread, System.nanoTime() + STOP_MS_MAX * 1_000_000L);
    }

    private static void await(Thread thread, long end) {
        try {
            thread.join(java.time.Duration.ofNanos(Math.max(1, end - System.nanoTime())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
