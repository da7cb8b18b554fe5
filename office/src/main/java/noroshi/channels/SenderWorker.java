package noroshi.channels;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import noroshi.platform.Lane;
import noroshi.platform.Tenancy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The threads that send. One of them takes alerts only, so that a slow newsletter never holds one up. */
final class SenderWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SenderWorker.class);
    private static final long POLL_MS = 1_000;
    private static final long SERVER_PAUSE_MS_MAX = 30_000;
    private static final List<Lane> ALERTS = List.of(Lane.ALERT);
    private static final List<Lane> ALL = List.of(Lane.ALERT, Lane.ORDINARY, Lane.BULK);

    private final Supplier<Sender> senders;
    private final Supplier<Smtp> connections;
    private final int count;
    private final DeliveryQueue queue;
    private final Tenancy tenancy;
    private final InstantSource clock;
    private final SenderBell bell;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    SenderWorker(
            Supplier<Sender> senders,
            Supplier<Smtp> connections,
            int count,
            DeliveryQueue queue,
            Tenancy tenancy,
            InstantSource clock,
            SenderBell bell) {
        this.senders = senders;
        this.connections = connections;
        this.count = count;
        this.queue = queue;
        this.tenancy = tenancy;
        this.clock = clock;
        this.bell = bell;
    }

    @Override
    public void start() {
        running = true;
        threads.add(Thread.ofPlatform().name("mail-alerts").start(() -> loop(ALERTS)));
        for (int i = 1; i <= count; i++)
            threads.add(Thread.ofPlatform().name("mail-" + i).start(() -> loop(ALL)));
    }

    @Override
    public void stop() {
        running = false;
        threads.forEach(Thread::interrupt);
        for (var thread : threads) {
            try {
                thread.join(3_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void loop(List<Lane> lanes) {
        var sender = senders.get();
        long pauseMs = POLL_MS;
        try (var smtp = connections.get()) {
            while (running) {
                try {
                    switch (sender.step(smtp, lanes)) {
                        case Sender.Round.Worked worked -> pauseMs = POLL_MS;
                        case Sender.Round.Nothing nothing -> idle(smtp);
                        case Sender.Round.ServerAway away -> {
                            log.warn(
                                    "The mail server did not take mail: {}. Next try in {} ms.",
                                    away.answer(),
                                    pauseMs);
                            Thread.sleep(pauseMs);
                            pauseMs = Math.min(SERVER_PAUSE_MS_MAX, pauseMs * 2);
                        }
                    }
                } catch (RuntimeException | StackOverflowError e) {
                    // The edge of the worker: the database may be away; the ledger keeps everything.
                    log.warn("Mail stands still: {}", e.toString());
                    Thread.sleep(POLL_MS);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void idle(Smtp smtp) throws InterruptedException {
        tenancy.everywhere(() -> queue.freeExpired(clock.instant()));
        smtp.rest();
        bell.await(POLL_MS);
    }
}
