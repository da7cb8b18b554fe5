package noroshi.platform;

import java.util.List;
import java.util.Set;

/** A feature's ear: gets every event of its topics at least once, outside any transaction, after the announcing commit. */
public interface Listener {

    /** A stable name: it stands in the outbox rows. */
    String name();

    Set<String> topics();

    Lane lane();

    /** How many announcements it takes at once. */
    int batchMax();

    /** Handles all of the batch or throws; then it comes again later, at last one announcement at a time. */
    void handle(List<Announcement> batch);
}
