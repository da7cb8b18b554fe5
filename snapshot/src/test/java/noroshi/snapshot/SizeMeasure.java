package noroshi.snapshot;

import static noroshi.snapshot.Sample.NOON;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Measures, not a test: {@code java … noroshi.snapshot.SizeMeasure DIRECTORY PAGES}. Prints the times of a bulk publish, of
 * opening, of look-ups, and of a publish and a push on top.
 */
final class SizeMeasure {
    private SizeMeasure() {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        int pages = Integer.parseInt(arguments[1]);
        if (!Files.exists(directory.resolve("office"))) {
            fill(directory, pages);
        }
        long start = System.nanoTime();
        try (var mirror = Mirror.open(directory.resolve("beacon"), Sample.fixedRoot())) {
            System.out.printf("beacon opened in %d ms, %d ms of processor%n", since(start), cpu());
            System.gc();
            System.out.printf(
                    "heap used %d MB, VmRSS/RssAnon: %s%n",
                    (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20, memory());
            lookUp(mirror.snapshot(), pages);
            publish(directory, mirror, pages);
        }
    }

    private static void fill(Path directory, int pages) throws Exception {
        try (var writer = SnapshotWriter.open(directory.resolve("office"), Sample.fixedSigner());
                var mirror = Mirror.open(directory.resolve("beacon"), Sample.fixedRoot())) {
            long start = System.nanoTime();
            RandomGenerator random = Laws.random(1);
            Fragment[] common = {Sample.text("頭".repeat(300)), Sample.text("足".repeat(300))};
            for (int from = 0; from < pages; from += 5000) {
                var changes = from == 0 ? SnapshotWriterTest.first() : Changes.builder();
                for (int i = from; i < Math.min(pages, from + 5000); i++) {
                    for (String variant : List.of("", "/l", "/t")) {
                        byte[] noise = new byte[700];
                        random.nextBytes(noise);
                        Fragment body = Fragment.raw(noise);
                        changes.put(
                                Sample.key(variant + "/press/" + i),
                                new Value.Page(
                                        Sample.HTML,
                                        List.of(
                                                Part.piece(common[0]),
                                                new Part.Slot("banner"),
                                                Part.piece(body),
                                                new Part.Slot("nav"),
                                                Part.piece(common[1]))));
                    }
                }
                changes.slot("banner", List.of(Part.piece(Sample.text("波" + from))))
                        .slot("nav", List.of(Part.piece(Sample.text("道"))));
                writer.publish(changes.build(), NOON);
            }
            System.out.printf(
                    "published %d records in %d ms, store %d MB%n",
                    3 * pages, since(start), writer.snapshot().layout().bytes() >> 20);
            start = System.nanoTime();
            System.out.println("compacted " + writer.compactNow() + " in " + since(start) + " ms, store "
                    + (writer.snapshot().layout().bytes() >> 20) + " MB");
            start = System.nanoTime();
            try (var server = new ExchangeServer(mirror);
                    var client = HttpClient.newHttpClient()) {
                System.out.println(new Push(client, server.uri(), "secret").send(writer) + " first push in "
                        + since(start) + " ms");
            }
        }
    }

    private static void lookUp(Snapshot snapshot, int pages) {
        RandomGenerator random = Laws.random(2);
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            int count = 200_000;
            long bytes = 0;
            for (int i = 0; i < count; i++) {
                Answer answer = snapshot.resolve(Sample.key("/l/press/" + random.nextInt(pages)), NOON.plusSeconds(1));
                bytes += GzipMember.of(((Answer.Found) answer).body()).bytes();
            }
            System.out.printf(
                    "%d ns for one resolve and gzip join (%d bytes on average)%n",
                    (System.nanoTime() - start) / count, bytes / count);
        }
        System.out.println("memory after look-ups " + memory());
    }

    private static void publish(Path directory, Mirror mirror, int pages) throws Exception {
        long start = System.nanoTime();
        try (var writer = SnapshotWriter.open(directory.resolve("office"), Sample.fixedSigner());
                var server = new ExchangeServer(mirror);
                var client = HttpClient.newHttpClient()) {
            System.out.printf("office opened in %d ms%n", since(start));
            Push push = new Push(client, server.uri(), "secret");
            System.out.println(push.send(writer));
            int rounds = 300;
            long[] published = new long[rounds];
            long[] visible = new long[rounds];
            long before = writer.snapshot().layout().bytes();
            for (int i = 0; i < rounds; i++) {
                var changes = Changes.builder();
                for (int k = 0; k < 24; k++) {
                    changes.put(
                            Sample.key("/l/press/" + (i * 37 + k * 1001) % pages), Sample.page("新しい" + i + " " + k));
                }
                start = System.nanoTime();
                writer.publish(changes.build(), NOON.plusSeconds(2));
                published[i] = System.nanoTime() - start;
                if (!(push.send(writer) instanceof Push.Outcome.Served)) {
                    throw new IllegalStateException("not served");
                }
                visible[i] = System.nanoTime() - start;
            }
            Arrays.sort(published);
            Arrays.sort(visible);
            System.out.printf(
                    "24 records: publish p50 %.1f ms p99 %.1f ms; publish to visible p50 %.1f ms p99 %.1f ms; %d KB each%n",
                    published[rounds / 2] / 1e6,
                    published[rounds * 99 / 100] / 1e6,
                    visible[rounds / 2] / 1e6,
                    visible[rounds * 99 / 100] / 1e6,
                    ((writer.snapshot().layout().bytes() - before) / rounds) >> 10);
            start = System.nanoTime();
            writer.publish(
                    Changes.builder()
                            .slot("banner", List.of(Part.piece(Sample.text("大津波警報"))))
                            .build(),
                    NOON.plusSeconds(2));
            push.send(writer);
            System.out.printf(
                    "banner on all pages visible in %d ms: %s%n",
                    since(start), mirror.snapshot().slot("banner") != null);
        }
    }

    private static String memory() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS") || line.startsWith("RssAnon"))
                    .map(line -> line.replaceAll("\\s+", " "))
                    .toList()
                    .toString();
        } catch (java.io.IOException e) {
            return "not told by this system";
        }
    }

    private static long cpu() {
        return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000;
    }

    private static long since(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }
}
