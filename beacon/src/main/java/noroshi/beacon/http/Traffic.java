package noroshi.beacon.http;

import java.util.concurrent.atomic.LongAdder;

/** What a transport has carried since its start. */
public final class Traffic {

    final LongAdder accepted = new LongAdder();
    final LongAdder turnedAway = new LongAdder();
    final LongAdder open = new LongAdder();
    final LongAdder requests = new LongAdder();
    final LongAdder refused = new LongAdder();
    final LongAdder timedOut = new LongAdder();
    final LongAdder bytesOut = new LongAdder();
    private final LongAdder[] classes = {
        new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder()
    };

    void answered(int status) {
        classes[status / 100].increment();
    }

    public long connectionsAccepted() {
        return accepted.sum();
    }

    public long connectionsTurnedAway() {
        return turnedAway.sum();
    }

    public long connectionsOpen() {
        return open.sum();
    }

    public long requests() {
        return requests.sum();
    }

    public long requestsRefused() {
        return refused.sum();
    }

    public long timedOut() {
        return timedOut.sum();
    }

    public long bytesOut() {
        return bytesOut.sum();
    }

    /** Answers with a status of 100 × the given number. */
    public long answers(int statusClass) {
        return classes[statusClass].sum();
    }
}
