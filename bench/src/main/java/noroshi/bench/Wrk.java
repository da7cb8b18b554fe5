package noroshi.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One run of wrk: as fast as the server goes, over a number of connections. */
final class Wrk {

    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in ([\\d.]+)(ms|s|m)");
    private static final Pattern SOCKET_ERRORS =
            Pattern.compile("Socket errors: connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");
    private static final Pattern BAD_STATUS = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");

    /** @param cpuMicros of the server, for each request */
    record Result(double perSecond, double cpuMicros, long errors) {}

    private Wrk() {}

    static Result run(Served server, BeaconCase which, int seconds, String path)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                "wrk",
                "-t2",
                "-c" + which.connections(),
                "-d" + seconds + "s",
                "--timeout",
                "5s",
                "-H",
                "Accept-Encoding: gzip, br",
                "-H",
                "User-Agent: Mozilla/5.0 (Linux; Android 14; Mobile) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0",
                "-H",
                "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                "-H",
                "Accept-Language: ja,en;q=0.7"));
        if (which.isNewConnectionEach()) command.addAll(List.of("-H", "Connection: close"));
        command.add(server.address(which.tls()) + path);
        long before = server.cpuMicros();
        var said = Tools.run(command);
        long used = server.cpuMicros() - before;
        var requests = REQUESTS.matcher(said);
        if (!requests.find()) throw new IOException("wrk said something unexpected: " + said);
        long count = Long.parseLong(requests.group(1));
        double unit = requests.group(3).equals("ms") ? 0.001 : requests.group(3).equals("m") ? 60 : 1;
        return new Result(
                count / (Double.parseDouble(requests.group(2)) * unit),
                used / (double) Math.max(1, count),
                errors(said));
    }

    private static long errors(String said) {
        long errors = 0;
        var sockets = SOCKET_ERRORS.matcher(said);
        if (sockets.find()) for (int i = 1; i <= 4; i++) errors += Long.parseLong(sockets.group(i));
        var status = BAD_STATUS.matcher(said);
        return status.find() ? errors + Long.parseLong(status.group(1)) : errors;
    }
}
