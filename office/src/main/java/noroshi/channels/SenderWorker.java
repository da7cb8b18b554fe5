package noroshi.channels;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import noroshi.platform.Lane;
import noroshi.platform.Tenancy;
import noroshi.platform.Worker;
import noroshi.platform.WorkerThreads;
import noroshi.platform.WorkerThreads.Trouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The threads that send. One of them takes alerts only, so that a slow newsletter never holds one up. */
final class SenderWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SenderWorker.class);
    private static final long POLL_MS = 1_000;
    private static final long SERVER_PAUSE_MS_MAX = 30_000;
    /** The database may be away; the ledger keeps everything. */
    private static final Trouble TROUBLE = Trouble.of("Mail stands still", Duration.ofMillis(POLL_MS));

    private static final List<Lane> ALERTS = List.of(Lane.ALERT);
    private static final List<Lane> ALL = List.of(Lane.ALERT, Lane.ORDINARY, Lane.BULK);

    private final Supplier<Sender> senders;
    private final Supplier<Smtp> connections;
    private final int count;
    private final DeliveryQueue queue;
    private final Tenancy tenancy;
    private final InstantSource clock;
    private final SenderBell bell;
    private final WorkerThreads threads = new WorkerThreads();
    /** Only one office works on a database: what was leased before this one began is its predecessor's. */
    private volatile Instant began = Instant.EPOCH;

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
        began = clock.instant();
        threads.start("mail-alerts", TROUBLE, new Sending(ALERTS));
        for (int i = 1; i <= count; i++) threads.start("mail-" + i, TROUBLE, new Sending(ALL));
    }

    @Override
    public void stop() {
        threads.stop();
    }

    @Override
    public boolean isRunning() {
        return threads.isRunning();
    }

    /** One thread's sender, its connection, and how long it waits for a server that is away. */
    private final class Sending implements Worker {

        private final Sender sender = senders.get();
        private final Smtp smtp = connections.get();
        private final List<Lane> lanes;
        private long pauseMs = POLL_MS;

        Sending(List<Lane> lanes) {
            this.lanes = lanes;
        }

        @Override
        public void round() throws InterruptedException {
            switch (sender.step(smtp, lanes)) {
                case Sender.Round.Worked worked -> pauseMs = POLL_MS;
                case Sender.Round.Nothing nothing -> idle();
                case Sender.Round.ServerAway away -> {
                    log.warn("The mail server did not take mail: {}. Next try in {} ms.", away.answer(), pauseMs);
                    Thread.sleep(pauseMs);
                    pauseMs = Math.min(SERVER_PAUSE_MS_MAX, pauseMs * 2);
                }
            }
        }

        private void idle() throws InterruptedException {
            tenancy.everywhere(() -> queue.freeExpired(clock.instant(), began));
            smtp.rest();
            bell.await(POLL_MS);
        }

        @Override
        public void close() {
            smtp.close();
        }
    }
}
