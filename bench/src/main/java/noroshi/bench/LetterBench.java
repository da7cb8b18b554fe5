package noroshi.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * {@code ./noroshi bench letters}: Letters a second beside the disk's own pace. The disk is asked, right after each round and in the
 * same folder, how often a second it forces as many bytes as the beacon forced at a time; that times the Letters in each such
 * batch is what no program could beat.
 */
final class LetterBench {

    private static final int ENTRY_BYTES = 12;
    private static final int WARM_UP_SECONDS = 5;
    /** Half of a million Letters may wait, so that no round meets a full spool. */
    private static final String HEAP = "256m";

    /** @param commits batches forced, at all beacons together */
    private record Round(double lettersPerSecond, double commitsPerSecond, double perCommit, double forcesPerSecond) {
        double ratio() {
            return lettersPerSecond / (forcesPerSecond * perCommit);
        }
    }

    private final Path home;
    private final int rounds;
    private final int seconds;
    private final int senders;

    LetterBench(Path home, List<String> given) {
        this.home = home;
        rounds = given.isEmpty() ? 5 : Integer.parseInt(given.getFirst());
        seconds = given.size() < 2 ? 6 : Integer.parseInt(given.get(1));
        senders = given.size() < 3 ? 128 : Integer.parseInt(given.get(2));
    }

    void run() throws Exception {
        System.out.printf(
                "letters  %d rounds of %d s, %d senders; load %s%n",
                rounds,
                seconds,
                senders,
                Files.readString(Path.of("/proc/loadavg")).strip());
        measure("one beacon", 1);
        measure("two beacons, each Letter at both before its receipt, one disk for both", 2);
    }

    private void measure(String name, int beacons) throws Exception {
        var folder = Files.createTempDirectory(home.resolve("target"), "bench-letters");
        var all = new ArrayList<LetterBeacon>();
        try (var town = new LetterTown(folder.resolve("snapshot"))) {
            for (int i = 0; i < beacons; i++)
                all.add(new LetterBeacon(town, home, folder.resolve("beacon-" + i), HEAP));
            if (beacons == 2) {
                all.get(0).copyTo(all.get(1));
                all.get(1).copyTo(all.get(0));
            }
            for (var beacon : all) beacon.start();
            for (var beacon : all) town.show(beacon.admin);
            load(all, WARM_UP_SECONDS);
            var measured = new ArrayList<Round>();
            for (int i = 0; i < rounds; i++) measured.add(round(all, folder));
            print(name, measured);
        } finally {
            all.forEach(LetterBeacon::close);
            delete(folder);
        }
    }

    private Round round(List<LetterBeacon> beacons, Path folder) throws Exception {
        long commits = sum(beacons, "letter_commits_total");
        long bytes = sum(beacons, "letters_bytes");
        long kept = sum(beacons, "letters_waiting");
        double letters = load(beacons, seconds);
        commits = sum(beacons, "letter_commits_total") - commits;
        bytes = sum(beacons, "letters_bytes") - bytes;
        kept = sum(beacons, "letters_waiting") - kept;
        if (commits == 0) throw new IOException("No Letter was kept; the spool is full after %d".formatted(kept));
        double perCommit = (double) kept / commits;
        double forces = forces(folder, beacons.size(), (int) (bytes / commits));
        // Letters counted once for each place that holds them, as the disk counts them.
        return new Round(letters * beacons.size(), (double) commits / seconds, perCommit, forces);
    }

    /** Receipts a second. */
    private double load(List<LetterBeacon> beacons, int forSeconds) throws Exception {
        try (var crowd = new LetterCrowd(beacons, senders / beacons.size(), Long.MAX_VALUE, false)) {
            long from = System.nanoTime();
            Thread.sleep(forSeconds * 1000L);
            double given = crowd.given.get();
            return given / ((System.nanoTime() - from) / 1e9);
        }
    }

    private static long sum(List<LetterBeacon> beacons, String metric) throws Exception {
        long sum = 0;
        for (var beacon : beacons) sum += beacon.metric(metric);
        return sum;
    }

    /** What the disk alone does: so many files at once, appended to and forced without a pause. */
    private double forces(Path folder, int files, int bytes) throws Exception {
        try (var threads = Executors.newFixedThreadPool(files)) {
            var loops = new ArrayList<Callable<Long>>();
            for (int i = 0; i < files; i++) {
                var file = folder.resolve("plain-" + i);
                loops.add(() -> forced(file, bytes));
            }
            long sum = 0;
            for (var loop : threads.invokeAll(loops)) sum += loop.get();
            return (double) sum / seconds;
        }
    }

    private long forced(Path path, int bytes) throws IOException {
        long count = 0;
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            var batch = new byte[bytes];
            long end = System.nanoTime() + seconds * 1_000_000_000L;
            while (System.nanoTime() < end) {
                file.write(batch);
                file.getFD().sync();
                count++;
            }
        }
        Files.delete(path);
        return count;
    }

    private static void print(String name, List<Round> rounds) {
        System.out.println("letters  " + name);
        for (var round : rounds) print("round", round);
        var sorted = new ArrayList<>(rounds);
        sorted.sort(Comparator.comparingDouble(Round::ratio));
        print("median", sorted.get(sorted.size() / 2));
    }

    private static void print(String what, Round round) {
        System.out.printf(
                "letters    %-6s %,8.0f Letters/s kept = %,6.0f forced batches/s of %5.1f; the disk alone forces %,6.0f/s: ratio %.2f%n",
                what,
                round.lettersPerSecond,
                round.commitsPerSecond,
                round.perCommit,
                round.forcesPerSecond,
                round.ratio());
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
