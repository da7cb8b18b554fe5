package noroshi.beacon;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import noroshi.beacon.http.Answer;
import noroshi.beacon.http.Later;
import noroshi.beacon.http.Request;
import org.jspecify.annotations.Nullable;

/** A few threads for answers that touch the disk, so that the loops never do. What waits for them is bounded. */
final class Workers implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("noroshi.beacon");
    private static final int WAITING_MAX = 256;

    private final ThreadPoolExecutor threads;

    Workers(String name, int count) {
        threads = new ThreadPoolExecutor(
                count,
                count,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING_MAX),
                Thread.ofPlatform().name(name, 0).daemon().factory());
    }

    /** Always null, as a handler returns it for an answer that comes later. */
    @Nullable
    Answer answer(Request request, Supplier<Answer> work) {
        var later = request.later();
        run(later, () -> later.answer(work.get()));
        return null;
    }

    void run(Later later, Runnable work) {
        try {
            threads.execute(() -> attempt(later, work));
        } catch (RejectedExecutionException busy) {
            later.answer(Replies.busy());
        }
    }

    private static void attempt(Later later, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | VirtualMachineError failed) {
            LOG.log(System.Logger.Level.ERROR, "Work for an answer failed; the other side is told so", failed);
            later.answer(Replies.text(500, "failed: " + failed));
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
