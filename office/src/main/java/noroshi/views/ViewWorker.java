package noroshi.views;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import noroshi.platform.Settings;
import noroshi.platform.Tenancy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Asks every first beacon for its counts, once a minute. One that is away is asked again; it keeps them for a month. */
@Component
final class ViewWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ViewWorker.class);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final long FIRST_MS = 5_000;
    private static final long ROUND_MS = 60_000;
    /** Longer than beacons keep hours, so that none comes after it was summed up. */
    static final Duration HOURS_KEPT = Duration.ofDays(40);

    private final Settings settings;
    private final ViewStore store;
    private final Tenancy tenancy;
    private final InstantSource clock;
    private final Set<String> away = new HashSet<>();
    private volatile @Nullable Thread thread;

    ViewWorker(Settings settings, ViewStore store, Tenancy tenancy, InstantSource clock) {
        this.settings = settings;
        this.store = store;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().name("views").daemon().start(this::loop);
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) running.interrupt();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void loop() {
        try (var http = HttpClient.newBuilder()
                .connectTimeout(CONNECT_TIMEOUT)
                .version(HttpClient.Version.HTTP_1_1)
                .build()) {
            TimeUnit.MILLISECONDS.sleep(FIRST_MS);
            while (isRunning()) {
                for (var beacon : settings.beacons()) round(beacon, http);
                sumUp();
                TimeUnit.MILLISECONDS.sleep(ROUND_MS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void round(Settings.Beacon beacon, HttpClient http) throws InterruptedException {
        var name = beacon.adminUrl().toString();
        try {
            var secret = Files.readString(beacon.secretFile()).strip();
            new BeaconViews(http, beacon.adminUrl(), secret, store, tenancy).round();
            away.remove(name);
        } catch (IOException | RuntimeException e) {
            // The edge of the worker: beacon or database may be away; the beacon keeps its counts.
            if (away.add(name)) log.warn("No counts of views from {} for now: {}", name, e.toString());
        }
    }

    private void sumUp() {
        try {
            tenancy.everywhere(() -> store.sumUp(clock.instant().minus(HOURS_KEPT)));
        } catch (RuntimeException e) {
            log.warn("Old counts of views could not be summed up: {}", e.toString());
        }
    }
}
