package noroshi.site;

import java.time.InstantSource;
import noroshi.snapshot.Key;
import noroshi.snapshot.Timeline;
import noroshi.snapshot.Value;
import org.springframework.stereotype.Component;

/**
 * For features whose records are no pages of the site: Replies, which only the holder of a code can read. Call it outside of any
 * transaction, from a Listener; it returns when the snapshot is durable, and beacons get it at once.
 */
@Component
public final class PublicRecords {

    private static final String FOLDER = "/reply/";

    private final Snapshots snapshots;
    private final InstantSource clock;

    PublicRecords(Snapshots snapshots, InstantSource clock) {
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /** @param key its path begins with {@code /reply/} */
    public void put(Key key, Timeline<Value> value) {
        requireOwn(key);
        snapshots.publish(clock.instant(), draft -> draft.put(key, value));
    }

    public void remove(Key key) {
        requireOwn(key);
        snapshots.publish(clock.instant(), draft -> draft.remove(key));
    }

    static boolean owns(Key key) {
        return key.path().startsWith(FOLDER);
    }

    private static void requireOwn(Key key) {
        if (!owns(key))
            throw new IllegalArgumentException(
                    "%s is a page of the site; only paths under %s are put directly.".formatted(key.path(), FOLDER));
    }
}
