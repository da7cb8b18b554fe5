package noroshi.bench;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import noroshi.acceptance.Http;

/** Looks at one public address until it shows a text; returns when that was, in nanoseconds of {@link System#nanoTime}. */
record Watch(Http http, Supplier<String> address, String text) implements Callable<Long> {

    private static final long LOOK_EVERY_NANOS = 4_000_000;
    private static final long WAIT_NANOS_MAX = 30_000_000_000L;

    @Override
    public Long call() throws IOException {
        long until = System.nanoTime() + WAIT_NANOS_MAX;
        while (System.nanoTime() < until) {
            var answer = http.get(address.get());
            if (answer.status() == 200 && answer.text().contains(text)) return System.nanoTime();
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
        throw new IOException("After 30 s " + address.get() + " still does not show " + text);
    }
}
