package noroshi.run;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other processes do; their pace is not ours to set. */
public final class Eventually {

    private static final Duration WAIT_MAX = Duration.ofSeconds(60);

    private Eventually() {}

    public static void is(String what, BooleanSupplier condition) {
        long until = System.nanoTime() + WAIT_MAX.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) throw new AssertionError("After " + WAIT_MAX + " still not: " + what);
            LockSupport.parkNanos(20_000_000);
        }
    }
}
