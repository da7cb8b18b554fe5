package noroshi.beacon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import noroshi.beacon.http.Limits;
import noroshi.beacon.http.NioTransport;
import noroshi.beacon.http.Transport;
import noroshi.snapshot.Exchange;
import noroshi.snapshot.Mirror;
import noroshi.snapshot.VerifyKey;
import org.jspecify.annotations.Nullable;

/**
 * A whole beacon: what it keeps on disk, its two ports, and what it follows. Starts from disk alone and serves at once what
 * it served last, whether or not anyone else is still there.
 */
final class Beacon implements AutoCloseable {

    private static final int WORKERS = 2;
    private static final int WORK_WAITING_MAX = 256;
    private static final int COMPACTION_MINUTES = 10;

    private final Mirror mirror;
    private final Spool spool;
    private final ThreadPoolExecutor workers;
    private final ScheduledExecutorService timer;
    private final List<LongPolls> polls = new ArrayList<>();
    private final Transport open;
    private final Transport admin;
    private final @Nullable Following following;
    private final @Nullable AccessLog log;

    private Beacon(Options options, InstantSource clock, LongSupplier ticker) throws IOException {
        Files.createDirectories(options.data());
        mirror = Mirror.open(options.data().resolve("snapshot"), new VerifyKey(options.rootKey()));
        spool = Spool.open(options.data().resolve("letters"), Spool.Limits.standard(), clock);
        workers = workers();
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("beacon-timer").daemon().factory());
        log = options.accessLog() == null ? null : new AccessLog(options.accessLog(), clock);
        var damage = new Damage();
        var pages = new PageHandler(mirror::current, clock, options.loops(), damage);
        var exchange = new Exchange(mirror);
        var roots = waitingFor(new LongPolls(timer, after -> Replies.of(exchange.root(after))));
        mirror.onSwap(unused -> roots.news());
        var letters = new LetterHandler(mirror::current, pages, new LetterDesk(spool, workers, clock), ticker, clock);
        var relay = new RelayHandler(exchange, mirror, roots, workers);
        open = NioTransport.start(
                setting("beacon", options.host(), options.port(), options.loops(), clock, ticker).with(limits(options)),
                new PublicHandler(pages, letters, relay, log));
        var health = new Health(mirror, spool, damage, open.traffic(), log, clock);
        var lettersOut = new LettersOut(spool, waitingFor(new LongPolls(timer, after -> LettersOut.after(spool, after))));
        admin = NioTransport.start(
                setting("beacon-admin", options.adminHost(), options.adminPort(), 1, clock, ticker).with(adminLimits()),
                new AdminHandler(new Secret(options.secret()), exchange, health, lettersOut, workers));
        following = options.upstreams().isEmpty() ? null : new Following(options.upstreams(), mirror);
        var unused = timer.scheduleWithFixedDelay(
                this::tidy, COMPACTION_MINUTES, COMPACTION_MINUTES, TimeUnit.MINUTES);
    }

    /** Ready when it returns. */
    static Beacon start(Options options, InstantSource clock, LongSupplier ticker) throws IOException {
        return new Beacon(options, clock, ticker);
    }

    InetSocketAddress address() {
        return open.address();
    }

    InetSocketAddress adminAddress() {
        return admin.address();
    }

    private LongPolls waitingFor(LongPolls some) {
        polls.add(some);
        return some;
    }

    private static NioTransport.Setting setting(
            String name, String host, int port, int loops, InstantSource clock, LongSupplier ticker) {
        return NioTransport.Setting.of(name, new InetSocketAddress(host, port), loops).with(clock, ticker);
    }

    private static Limits limits(Options options) {
        return options.trustLoopback() ? Limits.standard().withLoopbackExempt() : Limits.standard();
    }

    /** The office alone speaks here, with whole batches; a small heap takes smaller ones. */
    private static Limits adminLimits() {
        int body = (int) Math.min(Exchange.PUSH_BYTES_MAX, Runtime.getRuntime().maxMemory() / 5);
        return Limits.standard().withBody(body, 2L * body).withConnections(64, 64);
    }

    private static ThreadPoolExecutor workers() {
        var factory = Thread.ofPlatform().name("beacon-worker-", 0).daemon().factory();
        return new ThreadPoolExecutor(
                WORKERS, WORKERS, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WORK_WAITING_MAX), factory);
    }

    private void tidy() {
        try {
            var unused = mirror.compact();
            spool.forgetOld();
        } catch (RuntimeException bug) {
            // A timer that throws is never called again.
            System.getLogger("noroshi.beacon").log(System.Logger.Level.ERROR, "Tidying failed; it is tried again later.", bug);
        }
    }

    /** Within two seconds, whatever is going on. What was acknowledged is on disk already. */
    @Override
    public void close() {
        if (following != null) following.close();
        polls.forEach(LongPolls::close);
        var public_ = Thread.ofPlatform().start(open::close);
        admin.close();
        try {
            public_.join(1_500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        workers.shutdownNow();
        timer.shutdownNow();
        spool.close();
        mirror.close();
        if (log != null) log.close();
    }
}
