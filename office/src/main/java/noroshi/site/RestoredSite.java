package noroshi.site;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import noroshi.platform.Audit;
import noroshi.platform.Settings;
import noroshi.platform.Tenancy;
import noroshi.snapshot.Key;
import org.springframework.stereotype.Component;

/** For people after a restore: public pages that the restored database does not know, and taking them down. */
@Component
public final class RestoredSite {

    private static final int PAGES_MAX = 500;

    private final KeptPages kept;
    private final Snapshots snapshots;
    private final Tenancy tenancy;
    private final Audit audit;
    private final Settings settings;
    private final InstantSource clock;

    RestoredSite(
            KeptPages kept, Snapshots snapshots, Tenancy tenancy, Audit audit, Settings settings, InstantSource clock) {
        this.kept = kept;
        this.snapshots = snapshots;
        this.tenancy = tenancy;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param address where it is public; @param foundAt when the restored office saw it */
    public record Page(String government, String path, String title, URI address, Instant foundAt) {}

    /** Inside a door: of the governments that it shows. */
    public List<Page> pages() {
        return kept.list(PAGES_MAX).stream()
                .map(page -> new Page(
                        page.government(),
                        page.path(),
                        plain(page.title()),
                        URI.create(settings.publicUrl().toString().replaceAll("/+$", "") + "/" + page.government()
                                + page.path()),
                        page.foundAt()))
                .toList();
    }

    /** Outside of any transaction. False when it is no such page (any more). */
    public boolean withdraw(String government, String path, long officer) {
        var keys = tenancy.in(government, () -> {
            var taken = kept.take(government, path);
            if (!taken.isEmpty()) audit.record(government, officer, "page.withdrawn", "page:" + path, "復元後に残っていたページ");
            return taken;
        });
        // Should the office die in between: what nobody keeps any more is swept when the site is built anew.
        if (!keys.isEmpty()) snapshots.publish(clock.instant(), draft -> keys.forEach((Key key) -> draft.remove(key)));
        return !keys.isEmpty();
    }

    private static String plain(String title) {
        return title.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
