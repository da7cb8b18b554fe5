package noroshi.beacon;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import noroshi.beacon.http.Transport;

/** Once a second: measures the load, moves on the ladder, turns the hour of the counts, and now and then writes them. */
final class Watch implements AutoCloseable {

    /** What is lost at most when the process is killed. */
    static final int WRITE_SECONDS = 30;

    private static final long BYTES_PER_MBIT = 125_000;

    private final LoadMeter meter;
    private final Shown shown;
    private final LongSupplier ticker;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("beacon-watch").daemon().factory());
    private int seconds;

    /** @param lineMbit what the line to the readers carries; 0: not known */
    Watch(Transport transport, int lineMbit, Shown shown, LongSupplier ticker) {
        this.shown = shown;
        this.ticker = ticker;
        meter = new LoadMeter(transport, ticker, lineMbit * BYTES_PER_MBIT);
        var unused = timer.scheduleAtFixedRate(this::look, 1, 1, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            shown.degradation().measured(meter.measure(), ticker.getAsLong() / 1_000_000);
            shown.views().turn();
            if (++seconds % WRITE_SECONDS == 0) shown.views().write();
        } catch (RuntimeException bug) {
            // A timer that throws is never called again.
            System.getLogger("noroshi.beacon")
                    .log(System.Logger.Level.ERROR, "A look at the load failed; the next follows.", bug);
        }
    }

    String metrics() {
        return new ShownMetrics(shown, meter).metrics();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        try {
            var unused = timer.awaitTermination(500, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        shown.views().write();
    }
}
