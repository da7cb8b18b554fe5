package noroshi.site;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import noroshi.platform.Event;
import noroshi.platform.Outbox;
import noroshi.platform.Tenancy;
import noroshi.platform.WorkerThreads;
import noroshi.platform.WorkerThreads.Trouble;
import noroshi.publishing.PublicArticles;
import noroshi.site.page.Forms;
import noroshi.snapshot.Key;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Builds whole sites anew, in small chunks in the background, so that alerts and news are published in between. A rebuild that
 * was cut off starts again with the office: the mark of a complete snapshot is written last.
 */
@Component
final class Rebuild implements SmartLifecycle {

    static final String ALL = "*";
    /** Announced for each government whose site was built anew, for those who own {@link PublicRecords}. */
    private static final String BUILT = "site.built";

    private static final Logger log = LoggerFactory.getLogger(Rebuild.class);
    private static final int ARTICLES = 40;
    private static final int LISTS = 15;
    private static final int PAGES = 10;
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration ASKED_AT_START = Duration.ofSeconds(2);

    private final Tenancy tenancy;
    private final Readers read;
    private final PublicArticles articles;
    private final Snapshots snapshots;
    private final Alerts alerts;
    private final Registers registers;
    private final Outbox outbox;
    private final KeptPages kept;
    private final InstantSource clock;
    private final LinkedBlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private final WorkerThreads threads = new WorkerThreads();
    /** Asked for and not built yet. */
    private final Set<String> waiting = new LinkedHashSet<>();

    private boolean begun;
    /** Every site was built by this builder; only what is asked for now may be old. */
    private boolean whole;

    Rebuild(
            Tenancy tenancy,
            Readers read,
            PublicArticles articles,
            Snapshots snapshots,
            Alerts alerts,
            Registers registers,
            Outbox outbox,
            KeptPages kept,
            InstantSource clock) {
        this.tenancy = tenancy;
        this.read = read;
        this.articles = articles;
        this.snapshots = snapshots;
        this.alerts = alerts;
        this.registers = registers;
        this.outbox = outbox;
        this.kept = kept;
        this.clock = clock;
    }

    /**
     * The caller has taken the fingerprint from the snapshot, so that an office killed meanwhile begins again.
     *
     * @param scope a government, or {@link #ALL}
     */
    void request(String scope) {
        requests.add(scope);
    }

    @Override
    public void start() {
        begun = false;
        // What was asked for is asked again.
        threads.start("site-rebuild", Trouble.of("The site could not be built anew", RETRY), this::round);
    }

    @Override
    public void stop() {
        threads.stop();
    }

    @Override
    public boolean isRunning() {
        return threads.isRunning();
    }

    private void round() throws InterruptedException {
        if (!begun) {
            whole = isComplete() && !snapshots.isAfterRestore();
            if (!whole) beginWithAll();
            begun = true;
        }
        if (waiting.isEmpty()) waiting.add(requests.take());
        requests.drainTo(waiting);
        run(waiting);
        waiting.clear();
    }

    /** Who has just filled an empty database asks for all of it, too: once is enough. */
    private void beginWithAll() throws InterruptedException {
        waiting.add(ALL);
        var asked = requests.poll(ASKED_AT_START.toMillis(), TimeUnit.MILLISECONDS);
        if (asked != null) waiting.add(asked);
    }

    private boolean isComplete() {
        var current = snapshots.writer().current();
        return current != null && Fingerprint.matches(current);
    }

    /** Builds what is asked for; several requests for one government are one. */
    void run(Set<String> scopes) {
        var governments = tenancy.everywhere(() -> read.survey().governments()).stream()
                .map(g -> g.code())
                .toList();
        boolean all = scopes.contains(ALL);
        whole |= governments.isEmpty();
        if (governments.isEmpty()) return;
        for (var government : governments) if (all || scopes.contains(government)) site(government);
        if (!all && governments.stream().noneMatch(scopes::contains)) return;
        whole |= all;
        common();
        if (all && snapshots.isAfterRestore()) snapshots.settled();
        log.info("{} built anew", all ? "All sites are" : scopes);
    }

    private void common() {
        chunk(draft -> {
            draft.settings(snapshots.settings(read.survey().hosts()));
            draft.forms(Forms.all(read.survey().seriesCodes(), read.survey().areaCodes()));
            draft.forms(registers.forms());
            if (whole) Fingerprint.put(draft);
        });
    }

    private void site(String government) {
        var built = snapshots.witness();
        site(government, builder -> builder.frame());
        chunk(draft -> alerts.build(government, draft, clock.instant()));
        for (var register : registers.all(government, clock.instant())) chunk(register::accept);
        var names = tenancy.everywhere(() -> read.survey().lists(government));
        for (int i = 0; i < names.size(); i += LISTS) {
            var some = names.subList(i, Math.min(names.size(), i + LISTS));
            site(government, builder -> some.forEach(name -> builder.list(name, Set.of())));
        }
        int count = articles(government);
        for (var name : names) pages(government, name);
        site(government, builder -> builder.addresses());
        sweep(government, built);
        tenancy.run(government, () -> outbox.announce(government, new Event(BUILT, government, Map.of())));
        log.info("Site {} is built: {} articles, {} records", government, count, built.size());
    }

    private int articles(String government) {
        int count = 0;
        long after = 0;
        while (true) {
            long last = after;
            var ids = tenancy.everywhere(() -> articles.listIds(government, last, ARTICLES));
            if (ids.isEmpty()) return count;
            site(government, builder -> builder.articles(ids));
            after = ids.getLast();
            count += ids.size();
            if (count % (ARTICLES * 25) == 0) log.info("Site {}: {} articles so far", government, count);
        }
    }

    private void pages(String government, String name) {
        long pages = tenancy.everywhere(() -> read.lists().pages(government, name));
        for (long first = 1; first <= pages; first += PAGES) {
            var some = LongStream.rangeClosed(first, Math.min(pages, first + PAGES - 1))
                    .boxed()
                    .toList();
            site(government, builder -> builder.pages(name, some));
        }
    }

    private void site(String government, Consumer<SiteBuilder> work) {
        chunk(draft -> work.accept(new SiteBuilder(read, government, draft, clock.instant())));
    }

    private void chunk(Consumer<Draft> work) {
        snapshots.publish(
                clock.instant(),
                draft -> tenancy.runEverywhere(() -> {
                    if (draft.isFirst())
                        draft.settings(snapshots.settings(read.survey().hosts()));
                    work.accept(draft);
                }));
    }

    /**
     * Removes records of the site that nothing made, neither this rebuild nor anything published meanwhile. After a restore they
     * are pages that were published after the backup: those are kept, and written down for people to decide.
     */
    private void sweep(String government, Set<String> built) {
        boolean restored = snapshots.isAfterRestore();
        var known = tenancy.in(government, () -> kept.names(government));
        var found = new ArrayList<KeptPages.Record>();
        chunk(draft -> draft.sweep(key -> {
            if (!isStale(government, key, built)) return false;
            if (restored) found.add(KeptPages.Record.of(key, draft.find(key)));
            return !restored && !known.contains(Draft.name(key));
        }));
        tenancy.run(government, () -> kept.replace(government, built, found, clock.instant()));
    }

    private static boolean isStale(String government, Key key, Set<String> built) {
        return key.site().equals(government)
                && !built.contains(Draft.name(key))
                && !PublicRecords.owns(key)
                && !Fingerprint.owns(key);
    }
}
