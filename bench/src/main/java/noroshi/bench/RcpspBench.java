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
        var kept = kept(set, seconds);
        double gap = 0;
        double deviation = 0;
        double bestDeviation = 0;
        int faulty = 0;
        int below = 0;
        try (var zip = new ZipFile(folder.resolve(set + ".zip").toFile())) {
            for (var instance : chosen) {
                int makespan = options.all() && kept.has(instance.instance)
                        ? kept.get(instance.instance)
                        : solve(zip, instance.instance, seconds, kept);
                if (makespan < 0) faulty++;
                if (makespan < instance.best) below++;
                gap += 100.0 * (makespan - instance.best) / instance.best;
                deviation += 100.0 * (makespan - instance.criticalPath) / instance.criticalPath;
                bestDeviation += 100.0 * (instance.best - instance.criticalPath) / instance.criticalPath;
            }
        }
        int count = chosen.size();
        System.out.printf(
                "rcpsp %s: %d of %d instances, %d s of one processor each: mean gap to the best recorded %.3f %%, mean deviation from the critical path %.2f %%"
                        + " (best recorded %.2f %%), schedules that the checker refuses: %d, below the best recorded: %d%n",
                set,
                count,
                recorded.size(),
                seconds,
                gap / count,
                deviation / count,
                bestDeviation / count,
                faulty,
                below);
    }

    private Kept kept(String set, int seconds) throws IOException {
        return new Kept(Path.of(System.getProperty("noroshi.home", "."))
                .resolve("target/rcpsp-%s-%ds-%d.csv".formatted(set, seconds, options.seed())));
    }

    private int solve(ZipFile zip, String instance, int seconds, Kept kept) throws IOException {
        var entry = zip.getEntry(instance + ".rcp");
        var text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.US_ASCII);
        var project = Patterson.read(text);
        var schedule = new MakespanSearch(project, options.seed(), effort(seconds)).best();
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
