package noroshi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A fixed number of requests a second over HTTP/1.1, whether or not earlier ones are answered, and how long each waited. */
final class H2Load {

    /** @param p99 in milliseconds */
    record Waits(double p50, double p99, long failed) {}

    private H2Load() {}

    static Waits ask(Path folder, Served server, String page, int clients, int perClient, int seconds)
            throws IOException, InterruptedException {
        var log = folder.resolve("h2load.log");
        Files.deleteIfExists(log);
        var unused = Tools.run(List.of(
                "h2load",
                "--h1",
                "-t1",
                "-c" + clients,
                "-n" + (long) perClient * clients * seconds,
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
        return new Waits(times.percentile(0.5), times.percentile(0.99), failed);
    }
}
