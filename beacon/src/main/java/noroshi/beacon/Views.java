package noroshi.beacon;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import noroshi.snapshot.ViewReport;
import org.jspecify.annotations.Nullable;

/**
 * Counts how often pages are looked at: site, page, hour and variant, nothing else. No cookie, no address, no order of visits is
 * ever known. Only pages of the snapshot count, so nobody can fill the memory with invented addresses.
 */
final class Views {

    /** Pages counted one by one in an hour; the rest of each site is one number. */
    static final int PAGES_MAX = 20_000;

    record Page(String site, Variant variant, String path) {}

    /** One page's number in one hour. */
    static final class Counter {
        private final Tally tally;
        private final LongAdder count = new LongAdder();

        private Counter(Tally tally) {
            this.tally = tally;
        }
    }

    /** One hour. */
    private static final class Tally {
        private final Instant hour;
        private final ConcurrentHashMap<Page, Counter> counters = new ConcurrentHashMap<>();

        Tally(Instant hour) {
            this.hour = hour;
        }

        Counter counter(Page page) {
            var known = counters.get(page);
            if (known != null) return known;
            var counted = counters.size() < PAGES_MAX ? page : new Page(page.site, page.variant, ViewReport.OTHERS);
            return counters.computeIfAbsent(counted, one -> new Counter(this));
        }

        long total() {
            return counters.values().stream().mapToLong(c -> c.count.sum()).sum();
        }
    }

    private final ViewFiles files;
    private final InstantSource clock;
    private volatile Tally tally;
    private @Nullable Tally past;
    private long writtenTotal;
    private final LongAdder all = new LongAdder();

    /** Goes on where the disk stopped. */
    Views(ViewFiles files, InstantSource clock) {
        this.files = files;
        this.clock = clock;
        tally = new Tally(hour());
        var before = files.find(tally.hour);
        if (before == null || !before.hour().equals(tally.hour)) return;
        for (var line : before.lines())
            for (var variant : Variant.values())
                if (variant.code().equals(line.variant()))
                    tally.counter(new Page(line.site(), variant, line.path()))
                            .count
                            .add(line.count());
        writtenTotal = tally.total();
    }

    private Instant hour() {
        return clock.instant().truncatedTo(ChronoUnit.HOURS);
    }

    /** In a loop's thread, for each page shown. Returns the counter to come with next time: mostly the same, found without garbage. */
    Counter count(Page page, @Nullable Counter counter) {
        var now = tally;
        var right = counter != null && counter.tally == now ? counter : now.counter(page);
        right.count.increment();
        all.increment();
        return right;
    }

    /** Pages shown since the start. */
    long total() {
        return all.sum();
    }

    /** Pages counted one by one in this hour. */
    int pages() {
        return tally.counters.size();
    }

    /** Called every second or so: begins the new hour. What a loop still adds to the old one is written with the next {@link #write}. */
    synchronized void turn() {
        if (hour().equals(tally.hour)) return;
        if (past != null) files.put(past.hour, lines(past));
        past = tally;
        writtenTotal = 0;
        tally = new Tally(hour());
    }

    /** To disk; what is not written yet is lost when the process is killed. */
    synchronized void write() {
        if (past != null) {
            files.put(past.hour, lines(past));
            past = null;
        }
        long total = tally.total();
        if (total == writtenTotal) return;
        files.put(tally.hour, lines(tally));
        writtenTotal = total;
    }

    /** The first hour with counts from this one on; null: none. Read from disk, so never in a loop. */
    @Nullable
    ViewReport report(Instant from) {
        write();
        return files.find(from);
    }

    private static List<ViewReport.Line> lines(Tally tally) {
        var lines = new ArrayList<ViewReport.Line>(tally.counters.size());
        tally.counters.forEach((page, counter) -> {
            long count = counter.count.sum();
            if (count > 0) lines.add(new ViewReport.Line(page.site, page.variant.code(), count, page.path));
        });
        return lines;
    }
}
