package noroshi.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import noroshi.platform.Settings;
import noroshi.platform.WorkerThreads;
import noroshi.platform.WorkerThreads.Trouble;
import noroshi.snapshot.Push;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Brings every publish to the first beacons. Each has its own thread: one that is down holds up no other. */
@Component
final class Beacons implements SmartLifecycle {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final List<BeaconPush> pushes = new CopyOnWriteArrayList<>();
    private final Settings settings;
    private final Snapshots snapshots;
    private final InstantSource clock;
    private final WorkerThreads threads = new WorkerThreads();

    Beacons(Settings settings, Snapshots snapshots, InstantSource clock) {
        this.settings = settings;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    @Override
    public void start() {
        if (isRunning()) return;
        var client = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(3))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        for (var beacon : settings.beacons()) {
            var push = new BeaconPush(
                    beacon.adminUrl(), new Push(client, beacon.adminUrl(), secret(beacon)), snapshots, clock);
            pushes.add(push);
            // Whatever it was, the snapshot is on disk and will be sent again.
            var trouble = Trouble.of("The push to the beacon %s failed".formatted(beacon.adminUrl()), PAUSE);
            threads.start("push-" + beacon.adminUrl().getPort(), trouble, push);
        }
        snapshots.onPublished(writer -> pushes.forEach(BeaconPush::wake));
    }

    @Override
    public void stop() {
        threads.stop();
        pushes.clear();
    }

    List<BeaconState> states() {
        return pushes.stream().map(BeaconPush::state).toList();
    }

    @Override
    public boolean isRunning() {
        return threads.isRunning();
    }

    static String secret(Settings.Beacon beacon) {
        try {
            return Files.readString(beacon.secretFile()).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot read the secret of the beacon %s in %s.".formatted(beacon.adminUrl(), beacon.secretFile()),
                    e);
        }
    }
}
