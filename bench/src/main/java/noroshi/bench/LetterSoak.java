package noroshi.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * {@code ./noroshi soak letters}: many Letters to two beacons while the office is away; both are killed again and again; then one
 * of them loses its spool; then the office returns. Every receipt given out must be acted on exactly once.
 */
final class LetterSoak {

    private static final int SENDERS_EACH = 32;
    private static final int SECONDS_PER_PART_MAX = 1_800;

    /** @param lost receipts that nothing was done for; @param lostOfTwo those of them that two beacons had confirmed */
    record Result(
            long receipts,
            long ofTwo,
            int kills,
            long acts,
            long fetched,
            long lost,
            long lostOfTwo,
            long twice,
            double seconds) {

        boolean isGood() {
            return lost == 0 && twice == 0;
        }

        void print(PrintStream out) {
            out.printf(
                    "letters  receipts given out        %,10d  (%,d of them for two places, %.0f a second, kills included)%n",
                    receipts, ofTwo, receipts / seconds);
            out.printf(
                    "letters  kill -9                   %,10d  of each beacon, and one spool deleted at the end%n",
                    kills);
            out.printf("letters  fetched by the office     %,10d  from both beacons, copies included%n", fetched);
            out.printf(
                    "letters  acted on                  %,10d  (more than receipts: killed before the answer)%n", acts);
            out.printf(
                    "letters  receipts not acted on     %,10d  must be 0; confirmed by two and lost: %,d%n",
                    lost, lostOfTwo);
            out.printf("letters  receipts acted on twice   %,10d  must be 0%n", twice);
        }
    }

    private final Path home;
    private final Path folder;
    private final long letters;
    private final int kills;
    private final Random random;

    LetterSoak(Path home, Path folder, long letters, int kills, long seed) {
        this.home = home;
        this.folder = folder;
        this.letters = letters;
        this.kills = kills;
        this.random = new Random(seed);
    }

    Result run() throws IOException, InterruptedException {
        try (var town = new LetterTown(folder.resolve("snapshot"));
                var one = new LetterBeacon(town, home, folder.resolve("one"), "64m");
                var two = new LetterBeacon(town, home, folder.resolve("two"), "64m")) {
            one.copyTo(two);
            two.copyTo(one);
            one.start();
            two.start();
            town.show(one.admin);
            town.show(two.admin);
            long from = System.nanoTime();
            try (var crowd = new LetterCrowd(List.of(one, two), SENDERS_EACH, letters, true)) {
                for (int kill = 1; kill <= kills; kill++) {
                    crowd.await(letters * kill / (kills + 1), SECONDS_PER_PART_MAX);
                    kill(one, two, kill);
                }
                crowd.await(letters, SECONDS_PER_PART_MAX);
                crowd.close();
                double seconds = (System.nanoTime() - from) / 1e9;
                settled(one, two);
                two.kill();
                two.deleteSpool();
                two.start();
                var office = new LetterOffice(town);
                office.empty(two);
                office.empty(one);
                office.empty(two);
                return result(crowd, office, seconds);
            }
        }
    }

    /** Both at the same instant, or one while the other is starting, by chance. */
    private void kill(LetterBeacon one, LetterBeacon two, int kill) throws IOException, InterruptedException {
        var first = random.nextBoolean() ? one : two;
        var second = first == one ? two : one;
        first.kill();
        if (kill % 2 == 0) {
            second.kill();
            first.start();
            second.start();
        } else {
            first.start();
            LockSupport.parkNanos(random.nextInt(300_000_000));
            second.kill();
            second.start();
        }
    }

    /** Until each knows that the other one has everything. */
    private static void settled(LetterBeacon... beacons) throws IOException, InterruptedException {
        long end = System.nanoTime() + SECONDS_PER_PART_MAX * 1_000_000_000L;
        for (var beacon : beacons)
            while (beacon.metric("letters_alone") > 0) {
                if (System.nanoTime() > end)
                    throw new IOException(
                            beacon.metric("letters_alone") + " Letters were not copied at " + beacon.admin);
                LockSupport.parkNanos(100_000_000);
            }
    }

    private Result result(LetterCrowd crowd, LetterOffice office, double seconds) {
        long lost = 0;
        long lostOfTwo = 0;
        long twice = 0;
        long ofTwo = 0;
        for (var receipt : crowd.receipts.entrySet()) {
            int acts = office.acts.getOrDefault(receipt.getKey(), 0);
            boolean isOfTwo = receipt.getValue() == 2;
            if (isOfTwo) ofTwo++;
            if (acts == 0) lost++;
            if (acts == 0 && isOfTwo) lostOfTwo++;
            if (acts > 1) twice++;
        }
        return new Result(
                crowd.receipts.size(),
                ofTwo,
                kills,
                office.acts.size(),
                office.fetched,
                lost,
                lostOfTwo,
                twice,
                seconds);
    }
}
