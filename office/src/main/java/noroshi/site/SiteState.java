package noroshi.site;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the office knows of its snapshot and its first beacons. */
@Component
public final class SiteState {

    private final Snapshots snapshots;
    private final Beacons beacons;

    SiteState(Snapshots snapshots, Beacons beacons) {
        this.snapshots = snapshots;
        this.beacons = beacons;
    }

    /** @param version counts publishes; @param created when it was written */
    public record Newest(long version, Instant created) {}

    /** Empty: nothing was published yet. */
    public Optional<Newest> newest() {
        return Optional.ofNullable(snapshots.writer().current())
                .map(snapshot ->
                        new Newest(snapshot.root().version(), snapshot.root().created()));
    }

    public List<BeaconState> beacons() {
        return beacons.states();
    }
}
