package noroshi.beacon;

import java.util.concurrent.atomic.LongAdder;

/** Answers withheld because bytes on disk were not the signed ones: 503 instead of an altered page. */
final class Damage {

    private final LongAdder count = new LongAdder();

    void found() {
        count.increment();
    }

    long count() {
        return count.sum();
    }
}
