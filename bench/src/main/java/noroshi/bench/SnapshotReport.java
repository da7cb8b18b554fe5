package noroshi.bench;

import java.util.List;

/** The table that is printed, as it stands in docs/performance.md. */
final class SnapshotReport {

    private SnapshotReport() {}

    static String table(List<SnapshotFigures> all) {
        var out = new StringBuilder("""
                | pages | packs MB | first push ms | ready ms | ready after kill -9 ms | anonymous MB | publish → visible p50 / p99 ms | banner on all p50 / max ms | promise |
                |---|---|---|---|---|---|---|---|---|
                """);
        for (var one : all)
            out.append("| %,d | %.0f | %,.0f | %,.0f | %,.0f | %.0f | %.1f / %.1f | %.0f / %.0f | %s |%n"
                    .formatted(
                            one.pages(),
                            one.diskMb(),
                            one.firstPushMs(),
                            one.readyMs().percentile(0.5),
                            one.readyAfterKillMs().percentile(0.5),
                            one.anonymousMb(),
                            one.publishMs().percentile(0.5),
                            one.publishMs().percentile(0.99),
                            one.bannerMs().percentile(0.5),
                            one.bannerMs().max(),
                            one.isKept() ? "kept" : "NOT kept"));
        return out.append(
                        "Promise: ready in 2 s, under 300 MB of anonymous memory, publish → visible p99 and banner under 1 s.\n\n")
                .toString();
    }
}
