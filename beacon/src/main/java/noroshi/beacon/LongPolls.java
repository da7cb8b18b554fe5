package noroshi.beacon;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import noroshi.beacon.http.Answer;
import noroshi.beacon.http.Later;

/** Requests that wait for news: answered when something came, or when their time is over. */
final class LongPolls implements AutoCloseable {

    static final int WAITING_MAX = 1_000;
    private static final int NOTHING = 204;

    private record Waiting(Later later, Supplier<Answer> answer) {}

    private final ConcurrentHashMap<Long, Waiting> waiting = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final ScheduledExecutorService timer;

    LongPolls(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    /**
     * Whoever finds the room full gets what there is at once.
     *
     * @param answer what there is now; 204 if nothing
     */
    void wait(Later later, Supplier<Answer> answer, Duration time) {
        if (waiting.size() >= WAITING_MAX) {
            later.answer(answer.get());
            return;
        }
        long number = numbers.incrementAndGet();
        waiting.put(number, new Waiting(later, answer));
        var unused = timer.schedule(() -> finish(number, true), time.toMillis(), TimeUnit.MILLISECONDS);
        // News may have come between the caller's look and our waiting.
        finish(number, false);
    }

    void news() {
        waiting.keySet().forEach(number -> finish(number, false));
    }

    private void finish(long number, boolean timeIsOver) {
        var one = waiting.get(number);
        if (one == null) return;
        var answer = one.answer.get();
        if (answer.status() == NOTHING && !timeIsOver) return;
        if (waiting.remove(number, one)) one.later.answer(answer);
    }

    /** All are answered with what there is; for a clean end. */
    @Override
    public void close() {
        waiting.keySet().forEach(number -> finish(number, true));
    }
}
