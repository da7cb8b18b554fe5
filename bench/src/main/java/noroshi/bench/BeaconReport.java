package noroshi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table that is printed, or the same as JSON. All figures are medians over the rounds. */
record BeaconReport(BeaconOptions options, Map<BeaconCase, List<Round>> rounds, OfferedRate.@Nullable Result latency) {

    private static final double P99_RATIO_MAX = 1.2;

    record Round(Wrk.Result ours, Wrk.Result theirs) {

        double requests() {
            return ours.perSecond() / theirs.perSecond();
        }

        double cpu() {
            return ours.cpuMicros() / theirs.cpuMicros();
        }

        long errors() {
            return ours.errors() + theirs.errors();
        }
    }

    private record Row(
            BeaconCase which,
            double requests,
            double cpu,
            double ours,
            double theirs,
            double ourCpu,
            double theirCpu,
            long errors) {

        static Row of(BeaconCase which, List<Round> rounds) {
            return new Row(
                    which,
                    median(rounds.stream().map(Round::requests).toList()),
                    median(rounds.stream().map(Round::cpu).toList()),
                    median(rounds.stream().map(r -> r.ours.perSecond()).toList()),
                    median(rounds.stream().map(r -> r.theirs.perSecond()).toList()),
                    median(rounds.stream().map(r -> r.ours.cpuMicros()).toList()),
                    median(rounds.stream().map(r -> r.theirs.cpuMicros()).toList()),
                    rounds.stream().mapToLong(Round::errors).sum());
        }

        boolean isKept() {
            return requests >= which.promised() && errors == 0;
        }
    }

    void print() throws IOException {
        System.out.println(options.json() ? json() : table());
    }

    private List<Row> rows() {
        return rounds.entrySet().stream()
                .map(each -> Row.of(each.getKey(), each.getValue()))
                .toList();
    }

    String table() throws IOException {
        var out = new StringBuilder(
                "The beacon beside nginx: 24 KB pages of 7 pieces, gzip; median of %d rounds of %d s; load average %s%n%n"
                        .formatted(options.rounds(), options.seconds(), load()));
        out.append("%-12s %10s %10s %9s %9s %9s %9s %9s %7s%n"
                .formatted("", "beacon/s", "nginx/s", "ratio", "promised", "µs CPU", "nginx's", "ratio", "errors"));
        for (var row : rows())
            out.append("%-12s %,10.0f %,10.0f %9.2f %9.2f %9.1f %9.1f %9.2f %7d  %s%n"
                    .formatted(
                            row.which.name(),
                            row.ours,
                            row.theirs,
                            row.requests,
                            row.which.promised(),
                            row.ourCpu,
                            row.theirCpu,
                            row.cpu,
                            row.errors,
                            row.isKept() ? "kept" : "NOT kept"));
        if (latency != null)
            out.append(
                    "%np99 at %,d requests/s: %.2f ms, nginx %.2f ms, ratio %.2f (promised at most %.2f), failed %d  %s%n"
                            .formatted(
                                    latency.perSecond(),
                                    latency.ours(),
                                    latency.theirs(),
                                    latency.ratio(),
                                    P99_RATIO_MAX,
                                    latency.failed(),
                                    latency.ratio() <= P99_RATIO_MAX && latency.failed() == 0 ? "kept" : "NOT kept"));
        return out.toString();
    }

    String json() throws IOException {
        var cases = rows().stream()
                .map(row ->
                        "\"%s\":{\"ratio\":%.3f,\"promised\":%.2f,\"cpuRatio\":%.3f,\"perSecond\":%.0f,\"nginxPerSecond\":%.0f,\"cpuMicros\":%.2f,\"nginxCpuMicros\":%.2f,\"errors\":%d}"
                                .formatted(
                                        row.which.name(),
                                        row.requests,
                                        row.which.promised(),
                                        row.cpu,
                                        row.ours,
                                        row.theirs,
                                        row.ourCpu,
                                        row.theirCpu,
                                        row.errors))
                .collect(Collectors.joining(","));
        var p99 = latency == null
                ? "null"
                : "{\"perSecond\":%d,\"ms\":%.3f,\"nginxMs\":%.3f,\"ratio\":%.3f,\"failed\":%d}"
                        .formatted(
                                latency.perSecond(),
                                latency.ours(),
                                latency.theirs(),
                                latency.ratio(),
                                latency.failed());
        return "{\"bench\":\"beacon\",\"rounds\":%d,\"seconds\":%d,\"load\":\"%s\",\"cases\":{%s},\"p99\":%s}"
                .formatted(options.rounds(), options.seconds(), load(), cases, p99);
    }

    static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
    }

    static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
