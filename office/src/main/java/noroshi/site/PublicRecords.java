package noroshi.site;

import java.time.InstantSource;
import java.util.Map;
import noroshi.snapshot.Key;
import noroshi.snapshot.Timeline;
import noroshi.snapshot.Value;
import org.springframework.stereotype.Component;

/**
 * For features whose records are no pages of the site: Replies, which only the holder of a code can read, and sealed files, which only
 * trusted beacons can. Call it outside of any
 * transaction, from a Listener; it returns when the snapshot is durable, and beacons get it at once.
 */
@Component
public final class PublicRecords {

    private static final String REPLIES = "/reply/";
    private static final String SEALED = "/sealed/";

    private final Snapshots snapshots;
    private final InstantSource clock;

    PublicRecords(Snapshots snapshots, InstantSource clock) {
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /** @param records their paths begin with {@code /reply/} or {@code /sealed/}; all of them become one snapshot, so hand over hundreds at most */
    public void put(Map<Key, Timeline<Value>> records) {
        records.keySet().forEach(PublicRecords::requireOwn);
        snapshots.publish(clock.instant(), draft -> records.forEach(draft::put));
    }

    public void remove(Key key) {
        requireOwn(key);
        snapshots.publish(clock.instant(), draft -> draft.remove(key));
    }

    static boolean owns(Key key) {
        return key.path().startsWith(REPLIES) || key.path().startsWith(SEALED);
    }

    private static void requireOwn(Key key) {
        if (!owns(key))
            throw new IllegalArgumentException("%s is a page of the site; only paths under %s and %s are put directly."
                    .formatted(key.path(), REPLIES, SEALED));
    }
}
