package noroshi.site;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import noroshi.platform.Announcement;
import noroshi.platform.Lane;
import noroshi.platform.Listener;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** Shows a released look: header, footer, style and first page are all that it touches; a new name stands in every title. */
@Component
final class LookListener implements Listener {

    private final Tenancy tenancy;
    private final Readers read;
    private final Snapshots snapshots;
    private final Rebuild rebuild;
    private final InstantSource clock;

    LookListener(Tenancy tenancy, Readers read, Snapshots snapshots, Rebuild rebuild, InstantSource clock) {
        this.tenancy = tenancy;
        this.read = read;
        this.snapshots = snapshots;
        this.rebuild = rebuild;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "site-look";
    }

    @Override
    public Set<String> topics() {
        return Set.of("site.released");
    }

    @Override
    public Lane lane() {
        return Lane.ORDINARY;
    }

    @Override
    public int batchMax() {
        return 20;
    }

    @Override
    public void handle(List<Announcement> batch) {
        var governments = new TreeSet<String>();
        var renamed = new TreeSet<String>();
        for (var announcement : batch) {
            governments.add(announcement.government());
            if (announcement.fact("renamed").equals("true")) renamed.add(announcement.government());
        }
        for (var government : governments)
            snapshots.publish(
                    clock.instant(),
                    draft -> tenancy.runEverywhere(() -> {
                        if (draft.isFirst())
                            draft.settings(snapshots.settings(read.survey().hosts()));
                        if (renamed.contains(government)) Fingerprint.remove(draft);
                        new SiteBuilder(read, government, draft, clock.instant()).look();
                    }));
        renamed.forEach(rebuild::request);
    }
}
