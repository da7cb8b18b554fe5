package noroshi.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;

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
            var first = H2Load.ask(
                    folder, i % 2 == 0 ? beacon : nginx, i % 2 == 0 ? ourPage : theirPage, CLIENTS, perClient, SECONDS);
            var second = H2Load.ask(
                    folder, i % 2 == 0 ? nginx : beacon, i % 2 == 0 ? theirPage : ourPage, CLIENTS, perClient, SECONDS);
            var our = i % 2 == 0 ? first : second;
            var their = i % 2 == 0 ? second : first;
            ours.add(our.p99());
            theirs.add(their.p99());
            ratios.add(our.p99() / their.p99());
            failed += our.failed() + their.failed();
        }
        return new Result(
                perClient * CLIENTS,
                BeaconReport.median(ours),
                BeaconReport.median(theirs),
                BeaconReport.median(ratios),
                failed);
    }
}
