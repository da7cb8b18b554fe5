package noroshi.beacon;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import noroshi.beacon.http.Answer;
import noroshi.beacon.http.Later;

/** Requests that wait for news: answered when something came, or when their time is over. */
final class LongPolls {

    static final int WAITING_MAX = 1_000;

    private record Waiting(Later later, long after) {}

    private final ConcurrentHashMap<Long, Waiting> waiting = new ConcurrentHashMap<>();
    private final java.util.concurrent.atomic.AtomicLong numbers = new java.util.concurrent.atomic.AtomicLong();
    private final ScheduledExecutorService timer;
    private final LongFunction<Answer> answer;

    /** {@code answer} says what there is after a version or cursor, even if that is nothing. */
    LongPolls(ScheduledExecutorService timer, LongFunction<Answer> answer) {
        this.timer = timer;
        this.answer = answer;
    }

    /** Whoever finds the room full gets today's answer at once. */
    void wait(Later later, long after, Duration time) {
        if (waiting.size() >= WAITING_MAX) {
            later.answer(answer.apply(after));
            return;
        }
        long number = numbers.incrementAndGet();
        waiting.put(number, new Waiting(later, after));
        var unused = timer.schedule(() -> finish(number), time.toMillis(), TimeUnit.MILLISECONDS);
        // News may have come between the caller's look and our waiting.
        if (answer.apply(after).status() != 204) finish(number);
    }

    void news() {
        waiting.keySet().forEach(this::finish);
    }

    /** All are answered with what there is; for a clean end. */
    void close() {
        news();
    }

    private void finish(long number) {
        var one = waiting.remove(number);
        if (one != null) one.later.answer(answer.apply(one.after));
    }
}
