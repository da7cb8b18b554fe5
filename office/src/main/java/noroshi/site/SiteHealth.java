package noroshi.site;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import noroshi.platform.HealthFacts;
import org.springframework.stereotype.Component;

/** What monitoring may know of the public side: which version stands, and whether every first beacon serves it. */
@Component
class SiteHealth implements HealthFacts {

    private final SiteState site;

    SiteHealth(SiteState site) {
        this.site = site;
    }

    @Override
    public String name() {
        return "snapshot";
    }

    @Override
    public Map<String, Object> facts() {
        var reach = site.beacons().stream()
                .map(beacon -> beacon.reach().name().toLowerCase(Locale.ROOT) + " " + beacon.version())
                .collect(Collectors.joining(" "));
        var state =
                switch (site.snapshot()) {
                    case SiteState.Snapshot.Newest newest -> "version " + newest.version() + " of " + newest.created();
                    case SiteState.Snapshot.NothingPublished() -> "nothing published";
                    case SiteState.Snapshot.AfterRestore waiting -> "restored, waits for a beacon";
                    case SiteState.Snapshot.Broken broken -> "broken";
                };
        return Map.of("newest", state, "beacons", reach);
    }
}
