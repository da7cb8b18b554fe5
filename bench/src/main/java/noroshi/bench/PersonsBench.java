package noroshi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import noroshi.acceptance.Home;
import noroshi.names.NameHit;
import noroshi.names.NameIndex;
import noroshi.names.NameIndexWriter;
import noroshi.names.NameSearch;
import noroshi.names.PersonName;
import noroshi.names.Readings;

/**
 * The search for persons among 600,000 generated ones: how long one search waits, how many a second two threads answer, how often
 * someone is found under another spelling, whether identical characters come first; PostgreSQL's pg_trgm beside it.
 * {@code ./noroshi bench persons [PERSONS [SEED [SECONDS]]]}
 */
final class PersonsBench {

    private static final int THREADS = 2;
    private static final int ASKED_PERSONS = 4_000;
    private static final int PEER_QUERIES = 400;

    private final int count;
    private final long seed;
    private final Duration load;

    PersonsBench(List<String> arguments) {
        count = arguments.isEmpty() ? 600_000 : Integer.parseInt(arguments.getFirst());
        seed = arguments.size() < 2 ? 20110311 : Long.parseLong(arguments.get(1));
        load = Duration.ofSeconds(arguments.size() < 3 ? 10 : Long.parseLong(arguments.get(2)));
    }

    /** @param target the number of the person meant */
    private record Asked(String kind, String typed, int target) {}

    void run() throws IOException, InterruptedException, SQLException {
        var names = Home.shared("outward/names").orElse(null);
        if (names == null) {
            System.out.println("persons: skipped: shared/data/outward/names is not here. Maybe set NOROSHI_SHARED.");
            return;
        }
        var people = new People(names, seed).generate(count);
        System.out.printf("persons: %,d generated, seed %d%n", people.size(), seed);
        var index = build(people);
        var asked = asked(people);
        waits(index, asked);
        rate(index, asked);
        recall(index, asked);
        identicalFirst(index, people);
        peer(people, asked);
    }

    private NameIndex build(List<PersonName> people) throws IOException {
        var file = Files.createTempFile("noroshi-persons", ".idx");
        long begun = System.nanoTime();
        try (var writer = new NameIndexWriter(file, Readings.NONE)) {
            for (int i = 0; i < people.size(); i++)
                writer.add(
                        List.of(people.get(i)),
                        ("無事\t第%d避難所\t2011-03-12T09:00".formatted(i % 500)).getBytes(StandardCharsets.UTF_8));
            writer.finish();
        }
        var index = NameIndex.open(file);
        Files.delete(file);
        System.out.printf(
                "index: built in %.1f s, %,d bytes (%d a person), mapped, not on the heap%n",
                (System.nanoTime() - begun) / 1e9, index.bytes(), index.bytes() / people.size());
        return index;
    }

    private List<Asked> asked(List<PersonName> people) {
        var random = new Random(seed + 1);
        var spellings = new Spellings(random);
        var all = new ArrayList<Asked>();
        for (int i = 0; i < ASKED_PERSONS; i++) {
            int target = random.nextInt(people.size());
            spellings.of(people.get(target)).forEach((kind, typed) -> all.add(new Asked(kind, typed, target)));
        }
        java.util.Collections.shuffle(all, random);
        return all;
    }

    /** By the clock, and by the processor alone: others may be busy on the same computer. */
    private static void waits(NameIndex index, List<Asked> asked) {
        var times = new Times();
        var processor = new Times();
        var threads = java.lang.management.ManagementFactory.getThreadMXBean();
        for (int round = 0; round < 2; round++) {
            times = new Times();
            processor = new Times();
            for (var query : asked) {
                long begun = System.nanoTime();
                long used = threads.getCurrentThreadCpuTime();
                NameSearch.find(index, query.typed(), NameSearch.HITS_MAX);
                processor.add((threads.getCurrentThreadCpuTime() - used) / 1e6);
                times.add((System.nanoTime() - begun) / 1e6);
            }
        }
        System.out.printf(
                "  processor time alone: p50 %.3f ms, p99 %.2f ms%n",
                processor.percentile(0.5), processor.percentile(0.99));
        promise(
                "one search, p99 of %,d, ms".formatted(times.count()),
                times.percentile(0.99),
                times.percentile(0.99) < 10,
                "< 10");
        System.out.printf(
                "  p50 %.3f ms, p99.9 %.2f ms, longest %.1f ms%n",
                times.percentile(0.5), times.percentile(0.999), times.max());
    }

    private void rate(NameIndex index, List<Asked> asked) throws InterruptedException {
        long begun = System.nanoTime();
        long until = begun + load.toNanos();
        var work = new ArrayList<Callable<Integer>>();
        for (int t = 0; t < THREADS; t++) {
            int from = t * 7919;
            work.add(() -> {
                int done = 0;
                while (System.nanoTime() < until)
                    NameSearch.find(
                            index, asked.get((from + done++) % asked.size()).typed(), NameSearch.HITS_MAX);
                return done;
            });
        }
        int done = 0;
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (var result : threads.invokeAll(work)) done += result.resultNow();
        }
        double rate = done / ((System.nanoTime() - begun) / 1e9);
        promise("searches a second, %d threads".formatted(THREADS), rate, rate >= 2_000, "≥ 2,000");
    }

    private static void recall(NameIndex index, List<Asked> asked) {
        Map<String, int[]> kinds = new TreeMap<>();
        int found = 0;
        int early = 0;
        for (var query : asked) {
            var hits = NameSearch.find(index, query.typed(), NameSearch.HITS_MAX).stream()
                    .map(NameHit::record)
                    .toList();
            int place = hits.indexOf(query.target());
            var counts = kinds.computeIfAbsent(query.kind(), kind -> new int[2]);
            counts[0]++;
            if (place >= 0) {
                counts[1]++;
                found++;
            } else if (counts[0] - counts[1] <= 2) {
                System.out.printf("  not found: %s (%s), %d hits%n", query.typed(), query.kind(), hits.size());
            }
            if (place >= 0 && place < 20) early++;
        }
        double recall = (double) found / asked.size();
        promise(
                "recall on %,d spellings, among %d hits".formatted(asked.size(), NameSearch.HITS_MAX),
                recall,
                recall >= 0.98,
                "≥ 0.98");
        System.out.printf("  among the first 20: %.4f%n", (double) early / asked.size());
        kinds.forEach((kind, counts) ->
                System.out.printf("  %-24s %.4f of %,d%n", kind, (double) counts[1] / counts[0], counts[0]));
    }

    /** Of names that somebody bears exactly so while others sound the same: do all bearers stand before the others? */
    private void identicalFirst(NameIndex index, List<PersonName> people) {
        var random = new Random(seed + 2);
        int contested = 0;
        int right = 0;
        for (int i = 0; i < ASKED_PERSONS; i++) {
            var name = people.get(random.nextInt(people.size()));
            var typed = name.family() + name.given();
            var same = NameSearch.find(index, typed, NameSearch.HITS_MAX).stream()
                    .map(hit -> (hit.name().family() + hit.name().given()).equals(typed))
                    .toList();
            if (!same.contains(false)) continue;
            contested++;
            if (same.contains(true) && same.lastIndexOf(true) < same.indexOf(false)) right++;
        }
        double share = (double) right / contested;
        promise("identical characters first, of %,d contested".formatted(contested), share, share >= 0.99, "≥ 0.99");
    }

    private static void peer(List<PersonName> people, List<Asked> asked) throws IOException, SQLException {
        long begun = System.nanoTime();
        try (var peer = TrigramPeer.start(people)) {
            System.out.printf(
                    "peer: PostgreSQL 18 with pg_trgm (GIN), loaded and indexed in %.0f s%n",
                    (System.nanoTime() - begun) / 1e9);
            var times = new Times();
            int found = 0;
            Map<String, int[]> kinds = new LinkedHashMap<>();
            for (var query : asked.subList(0, Math.min(PEER_QUERIES, asked.size()))) {
                long from = System.nanoTime();
                var hit = peer.find(query.typed(), NameSearch.HITS_MAX).contains(query.target());
                times.add((System.nanoTime() - from) / 1e6);
                var counts = kinds.computeIfAbsent(query.kind(), kind -> new int[2]);
                counts[0]++;
                counts[1] += hit ? 1 : 0;
                found += hit ? 1 : 0;
            }
            System.out.printf(
                    "  %d of the same searches: p50 %.1f ms, p99 %.1f ms, recall %.4f%n",
                    times.count(), times.percentile(0.5), times.percentile(0.99), (double) found / times.count());
            kinds.forEach((kind, counts) ->
                    System.out.printf("  %-24s %.2f of %d%n", kind, (double) counts[1] / counts[0], counts[0]));
        }
    }

    private static void promise(String what, double measured, boolean kept, String promised) {
        System.out.printf("%-52s %,12.4f   promised %-8s %s%n", what, measured, promised, kept ? "kept" : "NOT KEPT");
    }
}
