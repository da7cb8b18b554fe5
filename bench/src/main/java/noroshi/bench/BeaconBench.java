package noroshi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The beacon beside a tuned nginx: same bytes, same certificate, same machine, asked in turns so that whatever else the
 * machine does meets both. Ratios of requests per second and of the server's CPU time per request.
 */
final class BeaconBench {

    private static final String BEACON_PAGE = "/0";
    private static final String NGINX_PAGE = "/0.html";

    /** Until the beacon's code is compiled: a server that has run for some seconds is what a surge meets. */
    private static final int WARM_UP_SECONDS = 6;

    private final BeaconOptions options;

    BeaconBench(BeaconOptions options) {
        this.options = options;
    }

    void run() throws IOException, InterruptedException {
        Tools.require("nginx", "wrk", "openssl");
        if (options.latency()) Tools.require("h2load");
        var folder = Files.createTempDirectory("noroshi-bench");
        var contenders = new Contenders(folder);
        contenders.makeCertificate();
        try (var beacon = contenders.beacon();
                var nginx = contenders.nginx(beacon)) {
            var rounds = measure(beacon, nginx);
            var latency =
                    options.latency() ? new OfferedRate(folder).measure(beacon, BEACON_PAGE, nginx, NGINX_PAGE) : null;
            new BeaconReport(options, rounds, latency).print();
        }
    }

    private Map<BeaconCase, List<BeaconReport.Round>> measure(Served beacon, Served nginx)
            throws IOException, InterruptedException {
        var rounds = new LinkedHashMap<BeaconCase, List<BeaconReport.Round>>();
        for (var which : BeaconCase.ALL) {
            if (!options.wants(which.name())) continue;
            rounds.put(which, new ArrayList<>());
            var unused = Wrk.run(beacon, which, WARM_UP_SECONDS, BEACON_PAGE);
        }
        for (int i = 0; i < options.rounds(); i++)
            for (var each : rounds.entrySet()) each.getValue().add(round(each.getKey(), beacon, nginx, i % 2 == 0));
        return rounds;
    }

    /** Who goes first changes from round to round. */
    private BeaconReport.Round round(BeaconCase which, Served beacon, Served nginx, boolean beaconFirst)
            throws IOException, InterruptedException {
        if (beaconFirst) {
            var ours = Wrk.run(beacon, which, options.seconds(), BEACON_PAGE);
            return new BeaconReport.Round(ours, Wrk.run(nginx, which, options.seconds(), NGINX_PAGE));
        }
        var theirs = Wrk.run(nginx, which, options.seconds(), NGINX_PAGE);
        return new BeaconReport.Round(Wrk.run(beacon, which, options.seconds(), BEACON_PAGE), theirs);
    }
}
