package noroshi.site;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import noroshi.platform.Announcement;
import noroshi.platform.Lane;
import noroshi.platform.Listener;
import noroshi.platform.Tenancy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Hears what changed and publishes the touched pages: some announcements together become one snapshot. */
@Component
final class SiteListener implements Listener {

    private static final Logger log = LoggerFactory.getLogger(SiteListener.class);
    private static final int BATCH_MAX = 200;
    /** Whatever is urgent waits for the snapshot that is being built: for so many articles, never for a whole batch of them. */
    static final int TOGETHER_MAX = 10;

    private static final Set<String> WHOLE = Set.of("series.changed", "government.changed", "site.rebuild");

    private final Tenancy tenancy;
    private final Readers read;
    private final Snapshots snapshots;
    private final Registers registers;
    private final Rebuild rebuild;
    private final InstantSource clock;

    SiteListener(
            Tenancy tenancy,
            Readers read,
            Snapshots snapshots,
            Registers registers,
            Rebuild rebuild,
            InstantSource clock) {
        this.tenancy = tenancy;
        this.read = read;
        this.snapshots = snapshots;
        this.registers = registers;
        this.rebuild = rebuild;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "site";
    }

    @Override
    public Set<String> topics() {
        var topics = new TreeSet<>(WHOLE);
        topics.add("article.changed");
        topics.addAll(registers.topics());
        return topics;
    }

    @Override
    public Lane lane() {
        return Lane.ORDINARY;
    }

    @Override
    public int batchMax() {
        return BATCH_MAX;
    }

    @Override
    public void handle(List<Announcement> batch) {
        long start = System.nanoTime();
        int changed = 0;
        for (int from = 0; from < batch.size(); from += TOGETHER_MAX) {
            var some = batch.subList(from, Math.min(batch.size(), from + TOGETHER_MAX));
            changed += snapshots.publish(clock.instant(), draft -> tenancy.runEverywhere(() -> build(draft, some)));
        }
        for (var announcement : batch)
            if (WHOLE.contains(announcement.event().topic())) rebuild.request(scope(announcement));
        log.debug(
                "{} announcements became {} records in {} ms",
                batch.size(),
                changed,
                (System.nanoTime() - start) / 1_000_000);
    }

    private void build(Draft draft, List<Announcement> batch) {
        if (draft.isFirst()) draft.settings(snapshots.settings(read.survey().hosts()));
        if (batch.stream().anyMatch(a -> WHOLE.contains(a.event().topic()))) Fingerprint.remove(draft);
        var now = clock.instant();
        Touched.of(batch).forEach((government, touched) -> {
            if (!touched.articles.isEmpty()) new SiteBuilder(read, government, draft, now).touch(touched);
            registers.build(touched.others, draft, now);
        });
    }

    /** One government, or all of them. */
    private static String scope(Announcement announcement) {
        return announcement.event().topic().equals("site.rebuild")
                ? announcement.event().facts().getOrDefault("government", Rebuild.ALL)
                : announcement.government();
    }
}
