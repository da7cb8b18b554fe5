package noroshi.platform;

import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Wakes the outbox workers of this process right after a commit; other processes find the rows by polling. */
@Component
final class OutboxBell {

    private final CopyOnWriteArrayList<Semaphore> ears = new CopyOnWriteArrayList<>();

    Semaphore ear() {
        var ear = new Semaphore(0);
        ears.add(ear);
        return ear;
    }

    void ring() {
        for (var ear : ears) if (ear.availablePermits() == 0) ear.release();
    }

    /** Returns when rung or after the time, whichever comes first. */
    static void await(Semaphore ear, long timeMs) throws InterruptedException {
        if (ear.tryAcquire(timeMs, TimeUnit.MILLISECONDS)) ear.drainPermits();
    }
}
