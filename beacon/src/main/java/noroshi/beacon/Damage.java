package noroshi.beacon;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import noroshi.snapshot.Content;
import noroshi.snapshot.Fragment;
import noroshi.snapshot.Mirror;
import noroshi.snapshot.SnapshotBroken;

/** Answers withheld because bytes on disk were not the signed ones: 503 instead of an altered page, and they are fetched again. */
final class Damage {

    private final Mirror mirror;
    private final LongAdder count = new LongAdder();

    Damage(Mirror mirror) {
        this.mirror = mirror;
    }

    void found(List<Content> body) {
        count.increment();
        for (var content : body)
            if (content instanceof Fragment fragment && !fragment.intact()) mirror.report(fragment);
    }

    void found(SnapshotBroken broken) {
        count.increment();
        mirror.report(broken);
    }

    /** Answers withheld since the start. */
    long count() {
        return count.sum();
    }

    /** Whether anything is known to be damaged now. */
    boolean isThere() {
        return mirror.damaged() > 0;
    }
}
