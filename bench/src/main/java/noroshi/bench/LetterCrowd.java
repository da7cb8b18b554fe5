package noroshi.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Many residents who write at once, and remember every receipt they were given. */
final class LetterCrowd implements AutoCloseable {

    /** About what a short question takes, percent-encoded. */
    private static final String TEXT = "%E9%81%BF%E9%9B%A3%E6%89%80".repeat(6);

    /** Number → copies. */
    final Map<String, Integer> receipts = new ConcurrentHashMap<>();

    final AtomicLong given = new AtomicLong();
    private final AtomicLong number = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private final boolean remembers;
    private final long lettersMax;
    private volatile boolean going = true;

    /** Until so many receipts were given, or until it is closed. */
    LetterCrowd(List<LetterBeacon> beacons, int sendersEach, long lettersMax, boolean remembers) {
        this.lettersMax = lettersMax;
        this.remembers = remembers;
        for (var beacon : beacons)
            for (int i = 0; i < sendersEach; i++) threads.add(Thread.ofVirtual().start(() -> send(beacon.port)));
    }

    private void send(int port) {
        while (going && given.get() < lettersMax) {
            try (var sender = new LetterSender(port)) {
                while (going && given.get() < lettersMax) once(sender);
            } catch (IOException killed) {
                // No receipt was given: the resident tries again.
                LockSupport.parkNanos(100_000_000);
            }
        }
    }

    private void once(LetterSender sender) throws IOException {
        var receipt = sender.send(TEXT + number.incrementAndGet());
        if (receipt == null) {
            LockSupport.parkNanos(500_000_000);
            return;
        }
        if (remembers) receipts.put(receipt.number(), receipt.copies());
        given.incrementAndGet();
    }

    void await(long letters, long secondsMax) throws IOException {
        long end = System.nanoTime() + secondsMax * 1_000_000_000;
        while (given.get() < Math.min(letters, lettersMax)) {
            if (System.nanoTime() > end)
                throw new IOException("Only %d of %d receipts in %d s".formatted(given.get(), letters, secondsMax));
            LockSupport.parkNanos(5_000_000);
        }
    }

    @Override
    public void close() throws InterruptedException {
        going = false;
        for (var thread : threads) thread.join();
    }
}
