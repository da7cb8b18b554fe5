package noroshi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import noroshi.acceptance.Home;
import noroshi.planning.packing.Checker;
import noroshi.planning.packing.Packing;
import noroshi.planning.packing.PackingSearch;
import noroshi.planning.packing.ReassignmentFiles;
import noroshi.planning.search.Effort;

/**
 * The machine reassignments of the ROADEF/EURO challenge 2012: recorded initial costs and the oracle by our own checker, then the packing
 * engine's best after so many seconds of two processors, by the challenge's score: (cost − best recorded) / initial. {@code --all}
 * takes every instance and goes on where it was ended; otherwise a few, or those that are named.
 */
final class ReassignmentBench {

    private static final int SECONDS = 300;
    private static final int SAMPLE_SECONDS = 30;
    private static final int THREADS = 2;
    private static final long ORACLE = 44_306_501;
    private static final List<String> SAMPLE = List.of("a1_1", "a1_3", "a1_5", "b_4", "b_9");

    private final PlanningOptions options;

    ReassignmentBench(PlanningOptions options) {
        this.options = options;
    }

    private record Recorded(String instance, long initial, long best, boolean here) {
        static Recorded of(String line) {
            var columns = line.split(",", -1);
            return new Recorded(
                    columns[0], Long.parseLong(columns[1]), Long.parseLong(columns[3]), columns[4].equals("yes"));
        }

        double allowed() {
            return instance.startsWith("a1_") ? 0.1 : 2;
        }
    }

    void run() throws IOException {
        var folder = Home.shared("inward/roadef2012").orElse(null);
        if (folder == null) {
            System.out.println(
                    "reassignment: skipped: shared/data/inward/roadef2012 is not here. Maybe set NOROSHI_SHARED.");
            return;
        }
        var recorded = Files.readAllLines(folder.resolve("bounds.csv")).stream()
                .skip(1)
                .map(Recorded::of)
                .filter(Recorded::here)
                .toList();
        check(folder, recorded);
        solve(folder, recorded);
    }

    private static void check(Path folder, List<Recorded> recorded) throws IOException {
        int agreed = 0;
        for (var row : recorded) {
            var packing = packing(folder, row.instance);
            var initial = packing.initial();
            if (Checker.cost(packing, initial).total() == row.initial
                    && Checker.violations(packing, initial).isEmpty()) agreed++;
            else System.out.println("reassignment " + row.instance + ": the checker does not agree with the record");
        }
        System.out.printf("reassignment: recorded initial costs confirmed: %d of %d%n", agreed, recorded.size());
        var oracle = folder.resolve("oracle/assignment_a1_1.cost44306501.txt");
        var packing = packing(folder, "a1_1");
        long cost = Checker.cost(packing, ReassignmentFiles.assignment(oracle)).total();
        System.out.printf("reassignment: oracle of a1_1: %,d, recorded %,d%n", cost, ORACLE);
    }

    private void solve(Path folder, List<Recorded> recorded) throws IOException {
        int seconds = options.seconds(options.all() ? SECONDS : SAMPLE_SECONDS);
        var kept = new Kept(seconds, options.seed());
        int within = 0;
        int faulty = 0;
        int count = 0;
        for (var row : recorded) {
            if (!isWanted(row.instance)) continue;
            Long cost = options.all() ? kept.costs.get(row.instance) : null;
            if (cost == null) cost = solve(packing(folder, row.instance), row.instance, seconds, kept);
            double score = 100.0 * (cost - row.best) / row.initial;
            count++;
            if (cost < 0) faulty++;
            else if (score <= row.allowed()) within++;
            System.out.printf(
                    "reassignment %s: %,d after %d s of two processors, best recorded %,d, score %.4f %% (at most %.1f %%)%n",
                    row.instance, cost, seconds, row.best, score, row.allowed());
        }
        System.out.printf(
                "reassignment: %d of %d within their score after %d s of %d processors, assignments that the checker refuses: %d%n",
                within, count, seconds, THREADS, faulty);
    }

    private boolean isWanted(String instance) {
        if (!options.only().isEmpty()) return options.only().contains(instance);
        return options.all() || SAMPLE.contains(instance);
    }

    private long solve(Packing packing, String instance, int seconds, Kept kept) throws IOException {
        var found = find(packing, seconds);
        var violations = Checker.violations(packing, found);
        violations.forEach(violation -> System.out.println("reassignment " + instance + ": " + violation));
        long cost = violations.isEmpty() ? Checker.cost(packing, found).total() : -1;
        kept.add(instance, cost);
        return cost;
    }

    private int[] find(Packing packing, int seconds) {
        try (var time = new ProcessorTime(THREADS)) {
            var effort = new Effort(Duration.ofSeconds(seconds), time, line -> {});
            return PackingSearch.best(packing, effort, THREADS, options.seed(), 0);
        }
    }

    private static Packing packing(Path folder, String instance) throws IOException {
        return ReassignmentFiles.read(file(folder, "model_" + instance), file(folder, "assignment_" + instance));
    }

    private static Path file(Path folder, String name) {
        var plain = folder.resolve(name + ".txt");
        return Files.exists(plain) ? plain : folder.resolve(name + ".txt.gz");
    }

    /** Costs of earlier runs, one a line. */
    private static final class Kept {

        private final Path file;
        private final Map<String, Long> costs = new HashMap<>();

        Kept(int seconds, long seed) throws IOException {
            file = Path.of(System.getProperty("noroshi.home", "."))
                    .resolve("target/reassignment-%ds-%d.csv".formatted(seconds, seed));
            if (!Files.exists(file)) return;
            for (var line : Files.readAllLines(file)) {
                var columns = line.split(",", -1);
                if (columns.length == 2) costs.put(columns[0], Long.parseLong(columns[1]));
            }
        }

        void add(String instance, long cost) throws IOException {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    instance + "," + cost + "\n",
                    StandardCharsets.US_ASCII,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
    }
}
