package noroshi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How long requests wait when both servers get the same number a second: half of what nginx can, from connections that do
 * not wait for each other (h2load's log of each request).
 */
final class OfferedRate {

    private static final int CLIENTS = 64;
    private static final int ROUNDS = 5;
    private static final int SECONDS = 3;
    private static final int PROBE_SECONDS = 2;

    /** Medians of the rounds, in milliseconds. */
    record Result(int perSecond, double ours, double theirs, double ratio, long failed) {}

    private record Waits(double p99, long failed) {}

    private final Path folder;

    OfferedRate(Path folder) {
        this.folder = folder;
    }

    Result measure(Served beacon, String ourPage, Served nginx, String theirPage)
            throws IOException, InterruptedException {
        double most = Wrk.run(nginx, BeaconCase.ALL.getFirst(), PROBE_SECONDS, theirPage)
                .perSecond();
        int perClient = (int) Math.max(1, most / 2 / CLIENTS);
        var ours = new ArrayList<Double>();
        var theirs = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        long failed = 0;
        for (int i = 0; i < ROUNDS; i++) {
            var first = ask(i % 2 == 0 ? beacon : nginx, i % 2 == 0 ? ourPage : theirPage, perClient);
            var second = ask(i % 2 == 0 ? nginx : beacon, i % 2 == 0 ? theirPage : ourPage, perClient);
            var our = i % 2 == 0 ? first : second;
            var their = i % 2 == 0 ? second : first;
            ours.add(our.p99);
            theirs.add(their.p99);
            ratios.add(our.p99 / their.p99);
            failed += our.failed + their.failed;
        }
        return new Result(
                perClient * CLIENTS,
                BeaconReport.median(ours),
                BeaconReport.median(theirs),
                BeaconReport.median(ratios),
                failed);
    }

    private Waits ask(Served server, String page, int perClient) throws IOException, InterruptedException {
        var log = folder.resolve("h2load.log");
        Files.deleteIfExists(log);
        var unused = Tools.run(List.of(
                "h2load",
                "--h1",
                "-t1",
                "-c" + CLIENTS,
                "-n" + (long) perClient * CLIENTS * SECONDS,
                "--rps=" + perClient,
                "-HAccept-Encoding: gzip",
                "--log-file=" + log,
                server.address(false) + page));
        var times = new Times();
        long failed = 0;
        for (var line : Files.readAllLines(log)) {
            var words = line.split("\t");
            if (words[1].equals("200")) times.add(Long.parseLong(words[2]) / 1000.0);
            else failed++;
        }
        return new Waits(times.percentile(0.99), failed);
    }
}
