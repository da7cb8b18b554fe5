package noroshi.bench;

import java.util.Map;
import java.util.stream.Collectors;

/** The table that is printed, or the same as JSON. */
record PublishReport(PublishOptions options, Map<String, Times> times, Times reads, long failedReads) {

    void print() {
        System.out.println(options.json() ? json() : table());
    }

    String table() {
        var out = new StringBuilder(
                "%d publishes (after 30 to warm up), one every %d ms; %,d articles in the site; %d reads/s%n%n"
                        .formatted(allFour().count(), options.everyMs(), options.articles(), options.readsPerSecond()));
        out.append("%-16s %10s %10s %10s%n".formatted("ms from request", "p50", "p99", "max"));
        times.forEach((name, each) -> out.append(row(name, each)));
        out.append(row("(a read)", reads));
        out.append("%nreads: %,d, failed: %d. Promise: \"all four\" p99 under 1,000 ms: %s%n"
                .formatted(reads.count(), failedReads, isKept() ? "kept" : "NOT kept"));
        return out.toString();
    }

    String json() {
        var rows = times.entrySet().stream()
                .map(each -> "\"%s\":%s".formatted(each.getKey(), figures(each.getValue())))
                .collect(Collectors.joining(","));
        return "{\"bench\":\"publish\",\"articles\":%d,\"publishes\":%d,\"everyMs\":%d,\"readsPerSecond\":%d,\"ms\":{%s},\"reads\":%s,\"failedReads\":%d,\"kept\":%s}"
                .formatted(
                        options.articles(),
                        allFour().count(),
                        options.everyMs(),
                        options.readsPerSecond(),
                        rows,
                        figures(reads),
                        failedReads,
                        isKept());
    }

    private Times allFour() {
        return java.util.Objects.requireNonNull(times.get("all four"));
    }

    private boolean isKept() {
        return allFour().percentile(0.99) < 1_000;
    }

    private static String row(String name, Times times) {
        return "%-16s %10.1f %10.1f %10.1f%n"
                .formatted(name, times.percentile(0.5), times.percentile(0.99), times.max());
    }

    private static String figures(Times times) {
        if (times.count() == 0) return "null";
        return "{\"count\":%d,\"p50\":%.1f,\"p99\":%.1f,\"max\":%.1f}"
                .formatted(times.count(), times.percentile(0.5), times.percentile(0.99), times.max());
    }
}
