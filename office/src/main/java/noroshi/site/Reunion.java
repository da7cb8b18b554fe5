package noroshi.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import noroshi.platform.Settings;
import noroshi.snapshot.Follower;
import noroshi.snapshot.Mirror;
import noroshi.snapshot.SnapshotBroken;
import noroshi.snapshot.VerifyKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first thing after a restore: what the beacons tell is newer than the backup. Their newest snapshot becomes this office's own,
 * signatures checked, so the next version is above it and no page vanishes. Until one beacon has answered nothing is
 * published: without a beacon nobody would read it anyway.
 */
final class Reunion {

    private static final Logger log = LoggerFactory.getLogger(Reunion.class);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final long REST_NS = Duration.ofSeconds(3).toNanos();

    /** Written by the restore. */
    private final Path mark;

    private final Path data;
    private final List<Settings.Beacon> beacons;
    private String waits = "";
    private long triedAt;

    Reunion(Path data, List<Settings.Beacon> beacons) {
        this.mark = data.resolve("restored");
        this.data = data;
        this.beacons = List.copyOf(beacons);
    }

    boolean isPending() {
        return Files.exists(mark);
    }

    void done() {
        try {
            Files.deleteIfExists(mark);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + mark, e);
        }
    }

    /** Before the store is opened. An IllegalStateException while no beacon answers; asked again a little later. */
    synchronized void join() {
        if (!isPending() || beacons.isEmpty()) return;
        if (!waits.isEmpty() && System.nanoTime() - triedAt < REST_NS) throw new IllegalStateException(waits);
        waits = "";
        var trouble = ask();
        if (trouble.size() == beacons.size()) {
            waits = "復元の後、まだどののろし台からも返事がありません（%s）。新しい版がないか確かめるまで、公開を待っています。".formatted(String.join("、", trouble));
            triedAt = System.nanoTime();
            throw new IllegalStateException(waits);
        }
    }

    /** Returns what kept each of those that did not answer. */
    private List<String> ask() {
        var trouble = new ArrayList<String>();
        try (var http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT_TIMEOUT)
                        .build();
                var mirror = Mirror.open(data.resolve("snapshot"), root())) {
            for (var beacon : beacons) {
                var outcome = new Follower(http, beacon.adminUrl(), Beacons.secret(beacon), mirror).step(Duration.ZERO);
                log.info("After the restore, beacon {}: {}", beacon.adminUrl(), outcome);
                if (outcome instanceof Follower.Outcome.Unreachable unreachable)
                    trouble.add(beacon.adminUrl() + " " + unreachable.reason());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking the beacons.", e);
        } catch (SnapshotBroken e) {
            throw new IllegalStateException(
                    "The restored snapshot cannot be read: %s Maybe delete the folder %s: the pages are built anew."
                            .formatted(e.getMessage(), data.resolve("snapshot")),
                    e);
        }
        return trouble;
    }

    private VerifyKey root() {
        var file = data.resolve("keys").resolve("root.pub");
        try {
            return new VerifyKey(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the key " + file, e);
        }
    }
}
