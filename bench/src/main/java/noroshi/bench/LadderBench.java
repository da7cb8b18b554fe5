package noroshi.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import noroshi.snapshot.ViewReport;
import org.jspecify.annotations.Nullable;

/**
 * A beacon on a line of 10 Mbit/s that full pages overload and lite ones do not: how soon it climbs, what that saves, that nobody
 * is refused, how soon it comes down; and whether every page shown was counted, also over a kill -9.
 */
final class LadderBench {

    private static final int LINE_MBIT = 10;
    private static final int CROWD_PER_SECOND = 240;
    private static final int FEW_PER_SECOND = 60;
    private static final int CLIMB_SECONDS_MAX = 60;
    private static final int DESCEND_SECONDS_MAX = 180;
    private static final int THREADS = 4;
    private static final String SECRET = "a secret of the ladder's bench";

    private final Path home = Path.of(System.getProperty("noroshi.home", "."));
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicLong shown = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final Path folder;
    private final int port = freePort();
    private final int adminPort = freePort();
    private volatile int perSecond;
    private @Nullable Process beacon;

    LadderBench() throws IOException {
        folder = Files.createTempDirectory("noroshi-ladder");
        Files.writeString(folder.resolve("root.pub"), LadderSite.write(folder.resolve("data")));
        Files.writeString(folder.resolve("secret"), SECRET);
    }

    void run() throws IOException, InterruptedException {
        beacon = start();
        try {
            perSecond = CROWD_PER_SECOND;
            for (int i = 0; i < THREADS; i++) {
                int seed = i;
                Thread.ofPlatform().daemon().start(() -> read(seed));
            }
            double heavy = mbit(5);
            double climbed = 5 + until(1, CLIMB_SECONDS_MAX);
            double light = mbit(5);
            boolean stays = metric("ladder_rung") == 1;
            perSecond = FEW_PER_SECOND;
            double descended = until(0, DESCEND_SECONDS_MAX);
            perSecond = 0;
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            System.out.printf(
                    "overload of a %d Mbit/s line at %d pages/s: lite pages after %.0f s (promised at most 20); %.1f → %.1f Mbit/s (ratio %.2f); stays there under the same crowd: %s%n",
                    LINE_MBIT, CROWD_PER_SECOND, climbed, heavy, light, light / heavy, stays);
            System.out.printf(
                    "calm at %d pages/s: full pages again after %.0f s (promised 60 to 75 on a quiet machine); refused or failed: %d%n",
                    FEW_PER_SECOND, descended, failed.get());
            counted();
        } finally {
            end();
        }
    }

    private void counted() throws IOException, InterruptedException {
        // Not asked through the report: that writes, and the kill must find what is not written yet.
        long before = metric("views_total");
        System.out.printf("pages shown %,d, counted %,d: %s%n", shown.get(), before, same(shown.get(), before));
        end();
        beacon = start();
        long lost = before - views();
        System.out.printf(
                "after a kill -9: %,d of them lost, %.0f s of this crowd (promised at most 30)%n",
                lost, (double) lost / FEW_PER_SECOND);
    }

    private static String same(long shown, long counted) {
        return shown == counted ? "every one, once" : "NOT the same";
    }

    /** As the power goes. */
    private void end() throws InterruptedException {
        var running = beacon;
        if (running != null) running.destroyForcibly().waitFor();
        beacon = null;
    }

    private void read(int seed) {
        long next = System.nanoTime();
        for (int i = seed; ; i++) {
            int rate = perSecond;
            if (rate == 0) return;
            try {
                var answer = http.send(
                        HttpRequest.newBuilder(
                                        URI.create("http://127.0.0.1:%d/%d".formatted(port, i % LadderSite.PAGES)))
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        BodyHandlers.discarding());
                if (answer.statusCode() == 200) shown.incrementAndGet();
                else failed.incrementAndGet();
            } catch (IOException e) {
                failed.incrementAndGet();
            } catch (InterruptedException e) {
                return;
            }
            next += THREADS * 1_000_000_000L / rate;
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    private double mbit(int seconds) throws IOException, InterruptedException {
        long bytes = metric("sent_bytes_total");
        long from = System.nanoTime();
        Thread.sleep(seconds * 1_000L);
        return (metric("sent_bytes_total") - bytes) * 8e3 / (System.nanoTime() - from);
    }

    /** Seconds until the beacon stands there; more than the most when it does not come there. */
    private double until(int rung, int secondsMax) throws IOException, InterruptedException {
        long from = System.nanoTime();
        while (metric("ladder_rung") != rung && System.nanoTime() - from < secondsMax * 1_000_000_000L)
            Thread.sleep(200);
        return (System.nanoTime() - from) / 1e9 + (metric("ladder_rung") == rung ? 0 : secondsMax);
    }

    private long metric(String name) throws IOException, InterruptedException {
        var found = Pattern.compile("(?m)^noroshi_beacon_" + name + " ([0-9]+)").matcher(admin("/metrics"));
        return found.find() ? Long.parseLong(found.group(1)) : -1;
    }

    /** Of all hours. */
    private long views() throws IOException, InterruptedException {
        long sum = 0;
        var from = java.time.Instant.EPOCH;
        while (true) {
            var text = admin(ViewReport.PATH + "?from=" + from);
            if (text.isEmpty()) return sum;
            var report = ViewReport.parse(text);
            sum += report.lines().stream().mapToLong(ViewReport.Line::count).sum();
            from = report.hour().plusSeconds(3600);
        }
    }

    private String admin(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + adminPort + path))
                .header("Authorization", "Bearer " + SECRET)
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    private Process start() throws IOException {
        var command = BeaconCommand.of(
                home,
                List.of(
                        "--host",
                        "127.0.0.1",
                        "--port",
                        "" + port,
                        "--admin-port",
                        "" + adminPort,
                        "--data",
                        folder.resolve("data").toString(),
                        "--root-key",
                        folder.resolve("root.pub").toString(),
                        "--secret-file",
                        folder.resolve("secret").toString(),
                        "--line-mbit",
                        "" + LINE_MBIT));
        var started = new ProcessBuilder(command)
                .redirectError(folder.resolve("beacon.log").toFile())
                .start();
        var line = started.inputReader().readLine();
        if (line == null || !line.startsWith("beacon: "))
            throw new IOException("The beacon did not start; its log is " + folder.resolve("beacon.log"));
        return started;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
