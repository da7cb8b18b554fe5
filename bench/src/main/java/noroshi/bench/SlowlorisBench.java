package noroshi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What readers wait while thousands hold connections that never finish a request; in turns with and without them. */
final class SlowlorisBench {

    static final String USAGE = "./noroshi bench slowloris [--seconds 4]";
    private static final int IDLERS = 5_000;
    private static final int ROUNDS = 5;
    private static final int CLIENTS = 32;
    private static final int PER_CLIENT = 60;
    private static final int WARM_UP_SECONDS = 4;
    private static final double RATIO_MAX = 1.5;

    private final int seconds;

    SlowlorisBench(int seconds) {
        this.seconds = seconds;
    }

    static int seconds(List<String> arguments) {
        if (arguments.isEmpty()) return 4;
        if (arguments.size() == 2
                && arguments.get(0).equals("--seconds")
                && arguments.get(1).matches("[1-9]\\d?")) return Integer.parseInt(arguments.get(1));
        throw new IllegalArgumentException(USAGE);
    }

    void run() throws IOException, InterruptedException {
        Tools.require("h2load", "openssl");
        var folder = Files.createTempDirectory("noroshi-bench");
        var contenders = new Contenders(folder);
        contenders.makeCertificate();
        try (var beacon = contenders.beacon()) {
            var warm = ask(folder, beacon, WARM_UP_SECONDS);
            var without = new ArrayList<Double>();
            var with = new ArrayList<Double>();
            var ratios = new ArrayList<Double>();
            long failed = warm.failed();
            long cut = 0;
            for (int i = 0; i < ROUNDS; i++) {
                var quiet = ask(folder, beacon, seconds);
                try (var idlers = new Idlers(IDLERS, beacon.port())) {
                    var besieged = ask(folder, beacon, seconds);
                    without.add(quiet.p99());
                    with.add(besieged.p99());
                    ratios.add(besieged.p99() / quiet.p99());
                    failed += quiet.failed() + besieged.failed();
                    cut += idlers.cut();
                }
            }
            print(BeaconReport.median(without), BeaconReport.median(with), BeaconReport.median(ratios), failed, cut);
        }
    }

    private static H2Load.Waits ask(Path folder, Served beacon, int seconds) throws IOException, InterruptedException {
        return H2Load.ask(folder, beacon, "/0", CLIENTS, PER_CLIENT, seconds);
    }

    private static void print(double without, double with, double ratio, long failed, long cut) throws IOException {
        System.out.printf(
                "p99 of %,d ordinary requests/s: %.2f ms; with %,d connections that never finish: %.2f ms; ratio %.2f (promised at most %.2f); failed %d; cut off %d; load average %s  %s%n",
                CLIENTS * PER_CLIENT,
                without,
                IDLERS,
                with,
                ratio,
                RATIO_MAX,
                failed,
                cut,
                BeaconReport.load(),
                ratio <= RATIO_MAX && failed == 0 ? "kept" : "NOT kept");
    }
}
