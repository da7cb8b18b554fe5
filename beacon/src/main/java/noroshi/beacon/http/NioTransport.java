package noroshi.beacon.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Event loops on the JDK's own selectors. Where the system spreads connections over several sockets of one port (Linux),
 * each loop listens for itself, so that no connection wakes two; elsewhere all accept from one.
 */
public final class NioTransport implements Transport {

    private static final int BACKLOG = 4096;
    private static final int STOP_MS_MAX = 1_000;

    private final Sockets sockets = Sockets.best();
    private final List<Sockets.Door> doors = new ArrayList<>();
    private final Traffic traffic = new Traffic();
    private final List<EventLoop> loops = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final List<List<Listener>> listeners = new ArrayList<>();
    private final InetSocketAddress address;
    private @Nullable InetSocketAddress tlsAddress;

    private NioTransport(Setting setting) throws IOException {
        try {
            for (int i = 0; i < setting.loops(); i++) listeners.add(new ArrayList<>());
            address = listen(setting.address(), null);
            var secure = setting.secure();
            if (secure != null) tlsAddress = listen(secure.address(), secure.source());
        } catch (IOException e) {
            for (var door : doors) door.close();
            throw new IOException(
                    "%s can not listen on %s: %s. Maybe another program holds the port."
                            .formatted(setting.name(), setting.told(), e.getMessage()),
                    e);
        }
    }

    /** The encrypted port. */
    public record Secure(InetSocketAddress address, TlsSource source) {}

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
            LongSupplier ticker,
            @Nullable Secure secure,
            Fronts fronts) {

        public static Setting of(String name, InetSocketAddress address, int loops) {
            return new Setting(
                    name,
                    address,
                    loops,
                    Limits.standard(),
                    InstantSource.system(),
                    System::nanoTime,
                    null,
                    Fronts.NONE);
        }

        public Setting with(Limits other) {
            return new Setting(name, address, loops, other, clock, ticker, secure, fronts);
        }

        public Setting with(InstantSource otherClock, LongSupplier otherTicker) {
            return new Setting(name, address, loops, limits, otherClock, otherTicker, secure, fronts);
        }

        public Setting with(@Nullable Secure other) {
            return new Setting(name, address, loops, limits, clock, ticker, other, fronts);
        }

        public Setting with(Fronts other) {
            return new Setting(name, address, loops, limits, clock, ticker, secure, other);
        }

        private String told() {
            return secure == null ? address.toString() : address + " and " + secure.address;
        }
    }

    public static NioTransport start(Setting setting, Handler handler) throws IOException {
        var transport = new NioTransport(setting);
        transport.run(setting, handler);
        return transport;
    }

    /** One socket for each loop, or one for all. */
    private InetSocketAddress listen(InetSocketAddress wanted, @Nullable TlsSource tls) throws IOException {
        boolean own = listeners.size() > 1 && sockets.isSpread();
        // Sharing a port must stay among our loops: whoever else holds it is found by asking for it alone first.
        var alone = opened(wanted, false);
        var found = alone.address();
        if (own) alone.close();
        for (var each : listeners) each.add(new Listener(own ? opened(found, true) : alone, tls));
        return found;
    }

    private Sockets.Door opened(InetSocketAddress at, boolean shared) throws IOException {
        var door = sockets.open(at, shared);
        doors.add(door);
        return door;
    }

    private void run(Setting setting, Handler handler) throws IOException {
        var count = new ConnectionCount(setting.limits());
        for (int i = 0; i < setting.loops(); i++)
            loops.add(new EventLoop(
                    i,
                    sockets.poller(),
                    listeners.get(i),
                    setting.fronts(),
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

    /** Where TLS is spoken; null without it. */
    public @Nullable InetSocketAddress tlsAddress() {
        return tlsAddress;
    }

    @Override
    public Traffic traffic() {
        return traffic;
    }

    @Override
    public void onEachLoop(Runnable task) {
        loops.forEach(loop -> loop.execute(task));
    }

    /** Makes every loop look at the ticker now; time in tests is moved by hand. */
    void wake() {
        loops.forEach(EventLoop::wake);
    }

    @Override
    public void close() {
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
