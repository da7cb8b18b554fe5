package noroshi.views;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import noroshi.platform.Settings;
import noroshi.platform.Tenancy;
import noroshi.platform.Worker;
import noroshi.platform.WorkerThreads;
import noroshi.platform.WorkerThreads.Trouble;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Asks every first beacon for its counts, once a minute. One that is away is asked again; it keeps them for a month. */
@Component
final class ViewWorker implements SmartLifecycle {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration TROUBLE_PAUSE_MAX = Duration.ofMinutes(10);
    private static final Duration CARE_PAUSE = Duration.ofHours(1);
    /** Longer than beacons keep hours, so that none comes after it was summed up. */
    static final Duration HOURS_KEPT = Duration.ofDays(40);

    private final Settings settings;
    private final ViewStore store;
    private final Tenancy tenancy;
    private final InstantSource clock;
    private final WorkerThreads threads = new WorkerThreads();

    ViewWorker(Settings settings, ViewStore store, Tenancy tenancy, InstantSource clock) {
        this.settings = settings;
        this.store = store;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @Override
    public void start() {
        for (var beacon : settings.beacons())
            threads.start(
                    "views-" + beacon.adminUrl().getAuthority(),
                    new Trouble("No counts of views from " + beacon.adminUrl(), PAUSE, TROUBLE_PAUSE_MAX),
                    asking(beacon));
        threads.start("views-care", Trouble.of("Old counts of views could not be summed up", CARE_PAUSE), () -> {
            var before = clock.instant().minus(HOURS_KEPT);
            tenancy.everywhere(() -> store.sumUp(before));
            Thread.sleep(CARE_PAUSE);
        });
    }

    private Worker asking(Settings.Beacon beacon) {
        var http = HttpClient.newBuilder()
                .connectTimeout(CONNECT_TIMEOUT)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        return new Worker() {
            @Override
            public void round() throws IOException, InterruptedException {
                var secret = Files.readString(beacon.secretFile()).strip();
                new BeaconViews(http, beacon.adminUrl(), secret, store, tenancy).round();
                Thread.sleep(PAUSE);
            }

            @Override
            public void close() {
                http.shutdownNow();
            }
        };
    }

    @Override
    public void stop() {
        threads.stop();
    }

    @Override
    public boolean isRunning() {
        return threads.isRunning();
    }
}
