package noroshi.channels;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import noroshi.platform.Lane;
import org.junit.jupiter.api.Test;

/**
 * How long the large operations of the ledger take. Not part of the tests: run it with
 * {@code -Dtest=LedgerMeasurement}.
 */
class LedgerMeasurement extends ChannelsTest {

    private static final int SUBSCRIBERS = 100_000;
    private static final int MAILS = 4_000;

    {
        settings = new MailSettings(3, 10_000_000, 10_000_000, 3, 5_000);
        rates = new Rates(settings.perMinute(), settings.alertsPerMinute());
    }

    @Test
    void ledger() throws Exception {
        timed(
                "insert %,d subscribers".formatted(SUBSCRIBERS),
                () -> tenancy.everywhere(
                        () -> sql.sql("""
                        insert into subscriber (government, address, domain, status, series, areas, created_at, confirmed_at)
                        select '040002', 'r' || n || '@d' || (n::bigint * n % 97) || '.example', 'd' || (n::bigint * n % 97) || '.example',
                               'confirmed', case when n % 3 = 0 then '{news}'::text[] else '{}' end,
                               case when n % 2 = 0 then '{041009}'::text[] else '{}' end, now(), now()
                          from generate_series(1, :count) n
                        """).param("count", SUBSCRIBERS).update()));
        tenancy.runEverywhere(() -> sql.sql("analyze").update());
        for (int round = 1; round <= 3; round++) {
            news("お知らせ " + round, "041009");
            timed("one dispatch, %,d deliveries".formatted(SUBSCRIBERS), () -> {
                deliverAnnouncements();
                return 0;
            });
        }
        dispatches.alert(MIYAGI, List.of(), "警報", "本文", "", null, "1");
        deliverAnnouncements();
        var smtp = connection();
        timed("first alert mail behind 300,000 waiting deliveries", () -> sender().step(smtp, List.of(Lane.ALERT)));
        send(1);
        send(3);
    }

    private void send(int threads) throws Exception {
        long before = sink.taken.size();
        long start = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            Callable<Integer> work = () -> {
                var sender = sender();
                var smtp = connection();
                while (sink.taken.size() - before < MAILS) sender.step(smtp, Arrays.asList(Lane.values()));
                return 0;
            };
            for (var done : pool.invokeAll(java.util.Collections.nCopies(threads, work))) done.get();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("measured: %d connections: %.0f mails/s%n", threads, (sink.taken.size() - before) / seconds);
    }

    private static void timed(String what, Callable<?> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        System.out.printf("measured: %s: %.2f s%n", what, (System.nanoTime() - start) / 1e9);
    }
}
