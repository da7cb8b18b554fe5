package noroshi.beacon;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import noroshi.beacon.http.Limits;
import noroshi.beacon.http.NioTransport;
import noroshi.beacon.http.TlsSource;
import noroshi.beacon.http.Transport;
import noroshi.letter.LetterExchange;
import noroshi.letter.LetterSpool;
import noroshi.snapshot.Exchange;
import noroshi.snapshot.Mirror;
import noroshi.snapshot.Snapshot;
import noroshi.snapshot.VerifyKey;
import org.jspecify.annotations.Nullable;

/**
 * A whole beacon: what it keeps on disk, its two ports, and what it follows. Starts from disk alone and serves at once what
 * it served last, whether or not anyone else is still there.
 */
final class Beacon implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("noroshi.beacon");
    private static final int TLS_LOOK_SECONDS = 10;
    private static final int WORKERS = 2;
    private static final long SPOOL_BYTES_MAX = 1L << 30;
    private static final int HEAP_BYTES_PER_LETTER = 256;
    private static final int SWEEP_MINUTES = 1;
    private static final int COMPACTION_MINUTES = 10;
    private static final int SCRUB_MINUTES = 6 * 60;
    private static final int DOUBT_SECONDS = 5;
    /** So fast the scrubber reads: a gigabyte in two minutes, and readers do not notice. */
    private static final long SCRUB_BYTES_PER_MS = 8 << 10;

    private final Mirror mirror;
    private final LetterSpool spool;
    private final Workers workers = new Workers("beacon-worker-", WORKERS);
    private final Workers officeWorkers = new Workers("beacon-office-", WORKERS);
    private final ScheduledExecutorService timer = scheduler("beacon-timer");
    /** Apart from the timer: what it does reads the whole disk, and long polls must not wait for that. */
    private final ScheduledExecutorService tidier = scheduler("beacon-tidier");
    /** Apart from that one too: it takes its time. */
    private final ScheduledExecutorService scrubber = scheduler("beacon-scrubber");

    private final Damage damage;
    private final List<LongPolls> polls = new ArrayList<>();
    private final @Nullable TlsSource tls;
    private final NioTransport open;
    private final Transport admin;
    private final @Nullable Following following;
    private final @Nullable AccessLog log;
    private final LetterDesk desk;
    private final Flood flood;
    private final @Nullable LetterCopies copies;
    private final Shown shown;
    private final Watch watch;

    private final InstantSource clock;

    private Beacon(Options options, InstantSource clock, LongSupplier ticker) throws IOException {
        this.clock = clock;
        Files.createDirectories(options.data());
        mirror = Mirror.open(options.data().resolve("snapshot"), new VerifyKey(options.rootKey()));
        damage = new Damage(mirror);
        spool = LetterSpool.open(options.data().resolve("letters"), SPOOL_BYTES_MAX, spoolLettersMax());
        copies = copies(options.copying());
        log = options.accessLog() == null ? null : new AccessLog(options.accessLog(), options.accessLogSample(), clock);
        shown = Shown.at(options.data().resolve("views"), clock);
        var pages = new PageHandler(mirror::current, clock, options.loops(), damage, shown);
        var exchange = new Exchange(mirror);
        var roots = waitingFor(new LongPolls(timer));
        mirror.onSwap(unused -> roots.news());
        desk = new LetterDesk(spool, copies, new FormShares(ticker), clock);
        var rates = new Rates(ticker, options.fronts());
        flood = flood(options.copying(), ticker);
        var safety = safety(options);
        var letters = new LetterHandler(mirror::current, pages, desk, rates, flood, safety, clock);
        var relay = new RelayHandler(exchange, mirror, roots, workers, secretOrNull(options.relaySecret()));
        tls = tls(options);
        open = NioTransport.start(
                setting("beacon", options.host(), options.port(), options.loops(), clock, ticker)
                        .with(limits(options))
                        .with(secure(options, tls))
                        .with(options.fronts()),
                new PublicHandler(pages, letters, relay, log));
        watch = new Watch(open, options.lineMbit(), shown, ticker);
        admin = NioTransport.start(
                setting("beacon-admin", options.adminHost(), options.adminPort(), 1, clock, ticker)
                        .with(adminLimits()),
                adminHandler(
                        options,
                        exchange,
                        new Health(mirror, spool, desk, copies, damage, open.traffic(), log, clock)));
        following = options.upstreams().isEmpty()
                ? null
                : new Following(options.upstreams(), options.relaySecret(), mirror, Following.LOOK);
        keepTidy();
    }

    /** Within the swap, so that whoever is taken out is forgotten before the office hears that its snapshot is served. */
    private SafetyDesk safety(Options options) throws IOException {
        var desk = new SafetyDesk(options.searchKey(), options.data(), clock);
        mirror.onSwap(desk::look);
        var now = mirror.current();
        if (now != null) desk.look(now);
        return desk;
    }

    private AdminHandler adminHandler(Options options, Exchange exchange, Health health) {
        var fetches = waitingFor(new LongPolls(timer));
        spool.onAppend(() -> timer.execute(fetches::news));
        return new AdminHandler(
                new Secret(options.secret()),
                secretOrNull(options.copying().secret()),
                exchange,
                health,
                watch,
                new LettersOut(new LetterExchange(spool), fetches, officeWorkers, clock),
                new ViewsOut(shown.views()),
                officeWorkers);
    }

    private void keepTidy() {
        if (tls != null) {
            var looks = timer.scheduleWithFixedDelay(tls::look, TLS_LOOK_SECONDS, TLS_LOOK_SECONDS, TimeUnit.SECONDS);
        }
        every(COMPACTION_MINUTES, () -> {
            var unused = mirror.compact();
        });
        every(SWEEP_MINUTES, () -> {
            var erased = spool.sweep(clock.instant());
        });
        var unused = scrubber.scheduleWithFixedDelay(() -> attempt(this::scrub), 1, SCRUB_MINUTES, TimeUnit.MINUTES);
        var soon = scrubber.scheduleWithFixedDelay(
                () -> attempt(() -> {
                    if (mirror.takeDoubt()) scrub();
                }),
                DOUBT_SECONDS,
                DOUBT_SECONDS,
                TimeUnit.SECONDS);
    }

    private static ScheduledExecutorService scheduler(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    /** Ready when it returns. */
    static Beacon start(Options options, InstantSource clock, LongSupplier ticker) throws IOException {
        return new Beacon(options, clock, ticker);
    }

    InetSocketAddress address() {
        return open.address();
    }

    /** Where TLS is spoken; null without it. */
    @Nullable
    InetSocketAddress tlsAddress() {
        return open.tlsAddress();
    }

    InetSocketAddress adminAddress() {
        return admin.address();
    }

    Flood flood() {
        return flood;
    }

    /** Called after each swap, quickly. */
    void onSwap(Consumer<Snapshot> listener) {
        mirror.onSwap(listener);
    }

    /** As if the load had been so; the tests' way to time on the ladder. */
    void measured(double load, long nowMs) {
        shown.degradation().measured(load, nowMs);
    }

    private LongPolls waitingFor(LongPolls some) {
        polls.add(some);
        return some;
    }

    private static NioTransport.Setting setting(
            String name, String host, int port, int loops, InstantSource clock, LongSupplier ticker) {
        return NioTransport.Setting.of(name, new InetSocketAddress(host, port), loops)
                .with(clock, ticker);
    }

    private static @Nullable TlsSource tls(Options options) throws IOException {
        var files = options.tls();
        return files == null ? null : new TlsSource(files.certificates(), files.key());
    }

    private static NioTransport.@Nullable Secure secure(Options options, @Nullable TlsSource tls) {
        var files = options.tls();
        return files == null || tls == null
                ? null
                : new NioTransport.Secure(new InetSocketAddress(options.host(), files.port()), tls);
    }

    private static Limits limits(Options options) {
        return Limits.standard().withConnections(Limits.CONNECTIONS_MAX, options.perAddress());
    }

    /** The office alone speaks here, with whole batches; a small heap takes smaller ones. */
    private static Limits adminLimits() {
        int body = (int) Math.min(Exchange.PUSH_BYTES_MAX, Runtime.getRuntime().maxMemory() / 5);
        return Limits.standard().withBody(body, 2L * body).withConnections(64, 64);
    }

    private @Nullable LetterCopies copies(Options.Copying copying) {
        var secret = copying.secret();
        return secret == null || copying.beacons().isEmpty()
                ? null
                : new LetterCopies(copying.beacons(), secret, spool);
    }

    private Flood flood(Options.Copying copying, LongSupplier ticker) {
        var secret = copying.secret();
        return new Flood(spool, desk, secret == null ? Flood.anySecret() : secret, ticker);
    }

    private static @Nullable Secret secretOrNull(@Nullable String secret) {
        return secret == null ? null : new Secret(secret);
    }

    /** A third of the heap at most for knowing where the Letters lie: 260,000 in 64 MB. */
    private static int spoolLettersMax() {
        return (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / HEAP_BYTES_PER_LETTER);
    }

    private void every(int minutes, Runnable work) {
        var unused = tidier.scheduleWithFixedDelay(() -> attempt(work), minutes, minutes, TimeUnit.MINUTES);
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | VirtualMachineError bug) {
            // A timer that throws is never called again.
            LOG.log(System.Logger.Level.ERROR, "Tidying failed; it is tried again later.", bug);
        }
    }

    private void scrub() {
        try {
            int damaged = mirror.scrub(bytes -> Thread.sleep(bytes / SCRUB_BYTES_PER_MS));
            if (damaged > 0)
                LOG.log(System.Logger.Level.WARNING, "{0} things on disk are damaged and are fetched again.", damaged);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Within two seconds, whatever is going on. What was acknowledged is on disk already. */
    @Override
    public void close() {
        if (following != null) following.close();
        watch.close();
        polls.forEach(LongPolls::close);
        var public_ = Thread.ofPlatform().start(open::close);
        admin.close();
        try {
            public_.join(1_500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        workers.close();
        officeWorkers.close();
        desk.close();
        if (copies != null) copies.close();
        spool.close();
        timer.shutdownNow();
        tidier.shutdownNow();
        scrubber.shutdownNow();
        mirror.close();
        if (log != null) log.close();
    }
}
