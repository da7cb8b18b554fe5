package noroshi.planning.search;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * How much work a search may do. It asks {@link #isOver()} often and returns the best it has; Ctrl-C ends it by {@link #end()}. Safe for any
 * number of threads.
 */
public final class Effort {

    private static final Duration TELL_EVERY = Duration.ofMillis(500);

    private final LongSupplier nanos;
    private final Consumer<String> told;
    private final long begun;
    private final long lastsNanos;
    private volatile boolean ended;
    private long toldAt;

    /** @param nanos a clock that only goes forward, e.g. {@code System::nanoTime} */
    public Effort(Duration lasts, LongSupplier nanos, Consumer<String> told) {
        this.nanos = nanos;
        this.told = told;
        this.lastsNanos = lasts.toNanos();
        this.begun = nanos.getAsLong();
        this.toldAt = begun - TELL_EVERY.toNanos();
    }

    /** As long as it takes, silently. */
    public static Effort whatItTakes() {
        return new Effort(Duration.ofDays(1), System::nanoTime, line -> {});
    }

    public static Effort of(Duration lasts) {
        return new Effort(lasts, System::nanoTime, line -> {});
    }

    public boolean isOver() {
        return ended || nanos.getAsLong() - begun >= lastsNanos;
    }

    public void end() {
        ended = true;
    }

    public Duration left() {
        return Duration.ofNanos(Math.max(0, lastsNanos - (nanos.getAsLong() - begun)));
    }

    public Duration spent() {
        return Duration.ofNanos(nanos.getAsLong() - begun);
    }

    /** A line of progress; when they come fast most of them are left out. */
    public synchronized void tell(String line) {
        long now = nanos.getAsLong();
        if (now - toldAt < TELL_EVERY.toNanos()) return;
        toldAt = now;
        told.accept(line);
    }
}
