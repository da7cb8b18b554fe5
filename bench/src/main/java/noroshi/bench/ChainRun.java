package noroshi.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/**
 * Office → beacon → beacon → beacon, as processes: how long until the last one shows a change; then the office ends and the
 * first beacon is killed, and the other two must keep to the clock alone.
 */
final class ChainRun {

    private static final int PAGES = 1_000;
    private static final int WARM_UP = 20;
    private static final int SECONDS_AHEAD = 6;

    private final Path folder;
    private final int publishes;

    ChainRun(Path folder, int publishes) {
        this.folder = folder;
        this.publishes = publishes;
    }

    String run() throws IOException, InterruptedException {
        try (var office = new BenchOffice(folder)) {
            office.fill(PAGES);
            try (var first = BeaconProcess.start(folder, "first", office.rootKey());
                    var second = BeaconProcess.start(folder, "second", office.rootKey(), first.open());
                    var third = BeaconProcess.start(folder, "third", office.rootKey(), second.open(), first.open())) {
                var unused = first.awaitMs("/0", 503);
                var push = office.pushTo(first);
                office.send(push);
                unused = third.awaitMs("/0", 200);
                var times = new Times();
                for (int i = -WARM_UP; i < publishes; i++) {
                    var title = "連鎖 " + i;
                    long begun = System.nanoTime();
                    office.publishArticle(i + WARM_UP, title);
                    office.send(push);
                    long seen = third.awaitShown("/" + (i + WARM_UP), title);
                    if (i >= 0) times.add((seen - begun) / 1e6);
                }
                return """
                        Office → beacon → beacon → beacon, %,d pages, %d publishes: visible at the last one p50 %.0f ms, p99 %.0f ms, max %.0f ms (promise: under 2,000)
                        """.formatted(PAGES, times.count(), times.percentile(0.5), times.percentile(0.99), times.max())
                        + alone(office, first, second, third);
            }
        }
    }

    private static String alone(BenchOffice office, BeaconProcess first, BeaconProcess second, BeaconProcess third)
            throws InterruptedException {
        Instant at = office.now().plusSeconds(SECONDS_AHEAD);
        office.publishTimed(at);
        office.send(office.pushTo(first));
        var unused = third.awaitShown("/ends", "期限つき");
        // Nothing is published or pushed any more: the office is as good as dead, and so is the first beacon.
        first.kill();
        var out = new StringBuilder();
        for (var beacon : new BeaconProcess[] {second, third}) {
            String name = beacon == second ? "second" : "third";
            if (office.now().isBefore(at) && !beacon.shown("/opens").equals("404"))
                out.append(name).append(": opened too early!\n");
            if (!beacon.shown("/1").contains("連鎖")) out.append(name).append(": a page is gone!\n");
        }
        LockSupport.parkNanos(
                Math.max(0, java.time.Duration.between(office.now(), at).toNanos() - 200_000_000));
        long opened = late(office, at, third, "/opens", "公開");
        long ended = late(office, at, third, "/ends", "404");
        long overdue = late(office, at, third, "/overdue", "更新予定を過ぎています");
        long before = late(office, at, second, "/overdue", "更新予定を過ぎています");
        boolean serves = third.shown("/1").contains("連鎖") && second.shown("/1").contains("連鎖");
        return out.append("""
                        Office and first beacon killed: the others %s; by the clock alone, ms after the instant: a scheduled page appeared %d, an expired one was gone %d, an overdue one said so %d (second beacon: %d)
                        """.formatted(serves ? "serve on" : "DO NOT SERVE", opened, ended, overdue, before))
                .toString();
    }

    /** Milliseconds after the instant when a reader saw it (each look at the latest; one beacon is looked at after the other). */
    private static long late(BenchOffice office, Instant at, BeaconProcess beacon, String path, String text)
            throws InterruptedException {
        var unused = beacon.awaitShown(path, text);
        return java.time.Duration.between(at, office.now()).toMillis();
    }
}
