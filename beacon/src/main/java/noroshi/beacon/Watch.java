package noroshi.beacon;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Once a second: measures the load, moves on the ladder, turns the hour of the counts, and now and then writes them. */
final class Watch implements AutoCloseable {

    /** What is lost at most when the process is killed. */
    static final int WRITE_SECONDS = 30;

    private final LoadMeter meter;
    private final Degradation degradation;
    private final Views views;
    private final LongSupplier ticker;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("beacon-watch").daemon().factory());
    private int seconds;

    Watch(LoadMeter meter, Degradation degradation, Views views, LongSupplier ticker) {
        this.meter = meter;
        this.degradation = degradation;
        this.views = views;
        this.ticker = ticker;
        var unused = timer.scheduleAtFixedRate(this::look, 1, 1, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            degradation.measured(meter.measure(), ticker.getAsLong() / 1_000_000);
            views.turn();
            if (++seconds % WRITE_SECONDS == 0) views.write();
        } catch (RuntimeException bug) {
            // A timer that throws is never called again.
            System.getLogger("noroshi.beacon")
                    .log(System.Logger.Level.ERROR, "A look at the load failed; the next follows.", bug);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        try {
            var unused = timer.awaitTermination(500, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        views.write();
    }
}
