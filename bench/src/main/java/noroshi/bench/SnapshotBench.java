package noroshi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What the size of a site costs a beacon: time to be ready, memory, and how long a change takes to be seen. */
final class SnapshotBench {

    private static final int STARTS = 3;
    private static final int WARM_UP = 30;
    private static final int BANNERS = 20;
    private static final int BANNER_SAMPLE = 200;
    private static final int READS = 3_000;

    private final SnapshotOptions options;

    SnapshotBench(SnapshotOptions options) {
        this.options = options;
    }

    void run() throws IOException, InterruptedException {
        var all = new ArrayList<SnapshotFigures>();
        for (int pages : options.pages()) {
            System.err.println("noroshi: %,d pages …".formatted(pages));
            all.add(inFolder(folder -> measure(folder, pages)));
        }
        System.out.print(SnapshotReport.table(all));
        var plot = options.plot();
        if (plot != null) Files.writeString(plot, SnapshotPlot.svg(all));
        if (options.chain()) {
            String chain = inFolder(folder -> new ChainRun(folder, options.publishes()).run());
            System.out.print(chain);
        }
    }

    private interface Work<T> {
        T in(Path folder) throws IOException, InterruptedException;
    }

    private static <T> T inFolder(Work<T> work) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("noroshi-bench");
        try {
            return work.in(folder);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
            }
        }
    }

    private SnapshotFigures measure(Path folder, int pages) throws IOException, InterruptedException {
        try (var office = new BenchOffice(folder)) {
            office.fill(pages);
            double firstPush = firstPushThenKill(folder, office, pages);
            var afterKill = new Times();
            start(folder, office, afterKill);
            var ready = new Times();
            // From the second start on there is a whole index, as after every orderly stop.
            for (int i = 1; i < STARTS; i++) start(folder, office, ready);
            try (var beacon = BeaconProcess.start(folder, "beacon", office.rootKey())) {
                ready.add(beacon.awaitMs("/0", 200));
                var publishes = publish(office, beacon, pages);
                var banners = banners(office, beacon, pages);
                read(beacon, pages);
                return new SnapshotFigures(
                        pages,
                        diskMb(folder.resolve("beacon")),
                        firstPush,
                        ready,
                        afterKill,
                        beacon.anonymousMb(),
                        publishes,
                        banners);
            }
        }
    }

    private static double firstPushThenKill(Path folder, BenchOffice office, int pages)
            throws IOException, InterruptedException {
        try (var beacon = BeaconProcess.start(folder, "beacon", office.rootKey())) {
            var unused = beacon.awaitMs("/", 503);
            long begun = System.nanoTime();
            office.send(office.pushTo(beacon));
            double took = (beacon.awaitShown("/" + (pages - 1), "頁 ") - begun) / 1e6;
            beacon.kill();
            return took;
        }
    }

    /** Packs are sparse: what they take, not how long they are. */
    private static double diskMb(Path folder) throws IOException, InterruptedException {
        return Double.parseDouble(
                Tools.run(List.of("du", "-sm", folder.toString())).split("\\s")[0]);
    }

    private static void start(Path folder, BenchOffice office, Times times) throws IOException, InterruptedException {
        try (var beacon = BeaconProcess.start(folder, "beacon", office.rootKey())) {
            times.add(beacon.awaitMs("/0", 200));
        }
    }

    private Times publish(BenchOffice office, BeaconProcess beacon, int pages) throws InterruptedException {
        var times = new Times();
        var random = new Random(pages);
        var push = office.pushTo(beacon);
        for (int i = -WARM_UP; i < options.publishes(); i++) {
            int page = random.nextInt(pages);
            var title = "計測 %d".formatted(i);
            long begun = System.nanoTime();
            office.publishArticle(page, title);
            office.send(push);
            long seen = beacon.awaitShown("/" + page, title);
            if (i >= 0) times.add((seen - begun) / 1e6);
        }
        return times;
    }

    private static Times banners(BenchOffice office, BeaconProcess beacon, int pages) throws InterruptedException {
        var times = new Times();
        var random = new Random(pages);
        var push = office.pushTo(beacon);
        for (int i = 0; i < BANNERS; i++) {
            var text = "大津波警報 第%d報".formatted(i);
            long begun = System.nanoTime();
            office.publishBanner(text);
            office.send(push);
            times.add((beacon.awaitShown("/0", text) - begun) / 1e6);
            // One reference swaps: whoever looks from now on, at whatever page, must see it at the first look.
            for (int n = 0; n < BANNER_SAMPLE; n++) {
                var page = "/" + random.nextInt(pages);
                if (!beacon.shown(page).contains(text)) throw new IllegalStateException(page + " lacks the banner");
            }
        }
        return times;
    }

    private static void read(BeaconProcess beacon, int pages) throws InterruptedException {
        var random = new Random(pages);
        for (int i = 0; i < READS; i++) {
            var unused = beacon.shown("/" + random.nextInt(pages));
        }
    }
}
