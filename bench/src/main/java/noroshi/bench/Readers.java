package noroshi.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import noroshi.acceptance.Http;

/** Readers who go on reading while we publish: a fixed number of pages a second, whatever the server does. */
final class Readers implements AutoCloseable {

    private static final int THREADS = 4;

    private final List<String> addresses;
    private final long pauseNanos;
    private final Times times = new Times();
    private final AtomicLong failures = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closed;

    Readers(List<String> addresses, int perSecond) {
        this.addresses = List.copyOf(addresses);
        pauseNanos = perSecond == 0 ? 0 : THREADS * 1_000_000_000L / perSecond;
        for (int i = 0; i < THREADS && perSecond > 0; i++) {
            int seed = i;
            threads.add(Thread.ofPlatform().daemon().name("reader-" + i).start(() -> read(seed)));
        }
    }

    Times times() {
        return times;
    }

    long failures() {
        return failures.get();
    }

    private void read(int seed) {
        var random = new Random(seed);
        try (var http = new Http()) {
            long next = System.nanoTime();
            while (!closed) {
                long begun = System.nanoTime();
                try {
                    if (http.get(addresses.get(random.nextInt(addresses.size())))
                                    .status()
                            >= 400) failures.incrementAndGet();
                    times.add((System.nanoTime() - begun) / 1e6);
                } catch (IOException e) {
                    failures.incrementAndGet();
                }
                next += pauseNanos;
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
