package noroshi.beacon.http;

/** Since when a connection does what it does, and whether that is too long. All instants in nanoseconds of one ticker. */
final class Deadlines {

    enum Phase {
        IDLE,
        RECEIVING,
        WAITING,
        SENDING,
        LINGERING
    }

    enum Verdict {
        FINE,
        /** There is still someone to tell. */
        REFUSE,
        CUT
    }

    private static final long NANOS_PER_MS = 1_000_000;

    private final Limits limits;
    private long since;
    private long progress;
    private long sentBytes;
    private boolean sending;

    Deadlines(Limits limits, long now) {
        this.limits = limits;
        since = now;
    }

    void requestBegins(long now) {
        since = now;
    }

    void waiting(long now) {
        since = now;
    }

    void lingering(long now) {
        since = now;
    }

    /** An answer was added to those on their way. */
    void sending(long now) {
        if (sending) return;
        sending = true;
        since = progress = now;
        sentBytes = 0;
    }

    void sent(long now, int bytes) {
        if (bytes == 0) return;
        progress = now;
        sentBytes += bytes;
    }

    /** Everything is sent. */
    void idle(long now) {
        sending = false;
        since = now;
    }

    Verdict check(long now, Phase phase) {
        long passedMs = (now - since) / NANOS_PER_MS;
        return switch (phase) {
            case IDLE -> passedMs > limits.idleMsMax() ? Verdict.CUT : Verdict.FINE;
            case RECEIVING -> passedMs > limits.requestMsMax() ? Verdict.REFUSE : Verdict.FINE;
            case WAITING -> passedMs > limits.waitMsMax() ? Verdict.REFUSE : Verdict.FINE;
            case LINGERING -> passedMs > Limits.LINGER_MS_MAX ? Verdict.CUT : Verdict.FINE;
            case SENDING -> isStalled(now) || isTrickling(passedMs) ? Verdict.CUT : Verdict.FINE;
        };
    }

    private boolean isStalled(long now) {
        return (now - progress) / NANOS_PER_MS > limits.stallMsMax();
    }

    private boolean isTrickling(long passedMs) {
        return passedMs > Limits.ANSWER_GRACE_MS && sentBytes < passedMs / 1000 * Limits.ANSWER_BYTES_PER_SECOND_MIN;
    }
}
