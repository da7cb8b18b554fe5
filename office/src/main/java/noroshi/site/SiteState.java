package noroshi.site;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
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

    /** How the snapshot stands. */
    public sealed interface Snapshot {

        /** @param version counts publishes; @param created when it was written */
        record Newest(long version, Instant created) implements Snapshot {}

        record NothingPublished() implements Snapshot {}

        /** This office was restored and waits for a first beacon's answer before it publishes. */
        record AfterRestore(String reason) implements Snapshot {}

        /** The store or its keys cannot be opened: no page can be published. */
        record Broken(String reason) implements Snapshot {}
    }

    public Snapshot snapshot() {
        try {
            var current = snapshots.writer().current();
            return current == null
                    ? new Snapshot.NothingPublished()
                    : new Snapshot.Newest(
                            current.root().version(), current.root().created());
        } catch (UncheckedIOException | IllegalStateException e) {
            var reason = String.valueOf(e.getMessage());
            return snapshots.isAfterRestore() ? new Snapshot.AfterRestore(reason) : new Snapshot.Broken(reason);
        }
    }

    /** What readers are shown by command; NORMAL also before the first publish. */
    public ShownMode mode() {
        return snapshot() instanceof Snapshot.Newest ? ShownMode.of(snapshots.mode()) : ShownMode.NORMAL;
    }

    public List<BeaconState> beacons() {
        return beacons.states();
    }
}
