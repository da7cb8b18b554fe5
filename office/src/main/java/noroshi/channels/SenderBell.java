package noroshi.channels;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes the sender right after the commit that wrote deliveries; other processes find them by polling. */
@Component
final class SenderBell {

    private static final int SLEEPERS_MAX = 64;
    private final Semaphore rung = new Semaphore(0);

    void ringAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                if (rung.availablePermits() < SLEEPERS_MAX) rung.release(SLEEPERS_MAX);
            }
        });
    }

    /** Returns when rung or after the time, whichever comes first. */
    void await(long timeMs) throws InterruptedException {
        if (rung.tryAcquire(timeMs, TimeUnit.MILLISECONDS)) rung.drainPermits();
    }
}
