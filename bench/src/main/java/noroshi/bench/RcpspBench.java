package noroshi.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipFile;
import noroshi.acceptance.Home;
import noroshi.planning.schedule.Check;
import noroshi.planning.schedule.MakespanSearch;
import noroshi.planning.schedule.Patterson;
import noroshi.planning.schedule.Project;
import noroshi.planning.schedule.Schedule;
import noroshi.planning.search.Effort;

/** PSPLIB's j30, j60 and j120, or the sets that are named: makespans beside the best recorded and the critical path; every schedule is checked independently. */
final class RcpspBench {

    private static final int SAMPLE = 60;
    private static final int SECONDS = 10;
    private static final List<String> SETS = List.of("j30", "j60", "j120");

    private final PlanningOptions options;

    RcpspBench(PlanningOptions options) {
        this.options = options;
    }

    private record Recorded(String instance, int best, int criticalPath) {
        static Recorded of(String line) {
            var columns = line.split(",", -1);
            return new Recorded(columns[0], Integer.parseInt(columns[2]), Integer.parseInt(columns[3]));
        }
    }

    void run() throws IOException {
        var folder = Home.shared("inward/psplib");
        if (folder.isEmpty()) {
            System.out.println("rcpsp: skipped: shared/data/inward/psplib is not here. Maybe set NOROSHI_SHARED.");
            return;
        }
        for (var set : SETS) if (options.only().isEmpty() || options.only().contains(set)) run(folder.get(), set);
    }

    private void run(Path folder, String set) throws IOException {
        var recorded = new ArrayList<>(Files.readAllLines(folder.resolve(set + "-bounds.csv")).stream()
                .skip(1)
                .map(Recorded::of)
                .toList());
        Collections.shuffle(recorded, new Random(options.seed()));
        var chosen = options.all() ? recorded : recorded.subList(0, Math.min(options.sample(SAMPLE), recorded.size()));
        int seconds = options.seconds(SECONDS);
        var kept = kept(set, seconds, "");
        var sum = new Sum();
        var peerSum = new Sum();
        var peer = options.peer() ? new CpSatPeer(seconds, options.seed()) : null;
        var keptOfPeer = kept(set, seconds, "-cp-sat");
        try (var zip = new ZipFile(folder.resolve(set + ".zip").toFile())) {
            for (var instance : chosen) {
                Solver own = project -> new MakespanSearch(project, options.seed(), effort(seconds)).best();
                sum.add(instance, makespan(zip, instance.instance, own, kept));
                if (peer != null) peerSum.add(instance, makespan(zip, instance.instance, peer::best, keptOfPeer));
            }
        }
        var head = "rcpsp %s: %d of %d instances, %d s of one processor each"
                .formatted(set, chosen.size(), recorded.size(), seconds);
        System.out.println(head + ": " + sum);
        if (peer != null) System.out.println(head + ", CP-SAT with one worker: " + peerSum);
    }

    private interface Solver {
        Schedule best(Project project);
    }

    /** What a set came to, beside the best recorded. */
    private static final class Sum {

        private int count;
        private double gap;
        private double deviation;
        private double bestDeviation;
        private int faulty;
        private int below;

        void add(Recorded instance, int makespan) {
            count++;
            if (makespan < 0) faulty++;
            if (makespan < instance.best) below++;
            gap += 100.0 * (makespan - instance.best) / instance.best;
            deviation += 100.0 * (makespan - instance.criticalPath) / instance.criticalPath;
            bestDeviation += 100.0 * (instance.best - instance.criticalPath) / instance.criticalPath;
        }

        @Override
        public String toString() {
            return "mean gap to the best recorded %.3f %%, mean deviation from the critical path %.2f %% (best recorded %.2f %%), schedules that the checker refuses: %d, below the best recorded: %d"
                    .formatted(gap / count, deviation / count, bestDeviation / count, faulty, below);
        }
    }

    private Kept kept(String set, int seconds, String of) throws IOException {
        return new Kept(Path.of(System.getProperty("noroshi.home", "."))
                .resolve("target/rcpsp-%s-%ds-%d%s.csv".formatted(set, seconds, options.seed(), of)));
    }

    /** With --all what an earlier run found counts. */
    private int makespan(ZipFile zip, String instance, Solver solver, Kept kept) throws IOException {
        if (options.all() && kept.has(instance)) return kept.get(instance);
        var entry = zip.getEntry(instance + ".rcp");
        var text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.US_ASCII);
        var project = Patterson.read(text);
        var schedule = solver.best(project);
        var faults = Check.faults(project, schedule);
        faults.forEach(fault -> System.out.println("rcpsp " + instance + ": " + fault));
        int makespan = faults.isEmpty() ? schedule.makespan() : -1;
        kept.add(instance, makespan);
        return makespan;
    }

    /** Time of the processor, not of the clock: what others do on the machine meanwhile does not count. */
    private static Effort effort(int seconds) {
        return new Effort(
                Duration.ofSeconds(seconds), ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime, line -> {});
    }

    /** Makespans of earlier runs, one a line. */
    private static final class Kept {

        private final Path file;
        private final Map<String, Integer> makespans = new HashMap<>();

        Kept(Path file) throws IOException {
            this.file = file;
            if (!Files.exists(file)) return;
            for (var line : Files.readAllLines(file)) {
                var columns = line.split(",", -1);
                if (columns.length == 2) makespans.put(columns[0], Integer.parseInt(columns[1]));
            }
        }

        boolean has(String instance) {
            return makespans.containsKey(instance);
        }

        int get(String instance) {
            return makespans.getOrDefault(instance, -1);
        }

        void add(String instance, int makespan) throws IOException {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file, instance + "," + makespan + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }
}
