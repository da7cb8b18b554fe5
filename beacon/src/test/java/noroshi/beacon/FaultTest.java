package noroshi.beacon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every kind of byte on three beacons' disks and on the lines between them is flipped, lines are cut, beacons are started again:
 * never is an answer wrong, and once lines hold all pages are there again. {@code -Dnoroshi.faults.seconds=3600
 * -Dnoroshi.seed=N} for a long run.
 */
class FaultTest {

    private static final int SECONDS = Integer.getInteger("noroshi.faults.seconds", 8);
    private static final long SEED = Long.getLong("noroshi.seed", 311);
    private static final int ACTS_A_ROUND = 60;
    private static final int READS_AFTER_A_FLIP = 20;
    private static final long RECOVERY_NANOS_MAX = TimeUnit.SECONDS.toNanos(45);

    @TempDir
    Path folder;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    private final Map<RottenDisk.Kind, Integer> flips = new EnumMap<>(RottenDisk.Kind.class);
    private int rounds;
    private int restarts;
    private long slowestRecovery;

    @Test
    void noFaultOnDiskOrLineAltersAnAnswerAndAllIsThereAgainOnceLinesHold() throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        long told = System.nanoTime();
        try (var chain = new FaultyChain(folder, SEED)) {
            do {
                round(chain);
                if (System.nanoTime() - told > TimeUnit.MINUTES.toNanos(1)) {
                    told = System.nanoTime();
                    tell(chain);
                }
            } while (System.nanoTime() < until || flips.size() < RottenDisk.Kind.values().length);
            tell(chain);
        } catch (AssertionError wrong) {
            throw new AssertionError("seed " + SEED + ", round " + rounds + ": " + wrong.getMessage(), wrong);
        }
    }

    private void round(FaultyChain chain) throws IOException {
        chain.rough(random.nextDouble() * 0.02, random.nextDouble() * 0.02);
        for (int i = 0; i < ACTS_A_ROUND; i++) act(chain);
        recover(chain);
        rounds++;
    }

    private void act(FaultyChain chain) throws IOException {
        int beacon = random.nextInt(FaultyChain.BEACONS);
        int draw = random.nextInt(100);
        if (draw < 60) read(chain, beacon);
        else if (draw < 85) {
            flip(chain.disk(beacon, random));
            for (int i = 0; i < READS_AFTER_A_FLIP; i++) read(chain, beacon);
        } else if (draw < 97) chain.publish(random);
        else {
            chain.restart(beacon, () -> {
                for (int i = random.nextInt(4); i > 0; i--) flip(chain.disk(beacon, random));
            });
            restarts++;
        }
    }

    private void read(FaultyChain chain, int beacon) {
        var path = chain.paths().get(random.nextInt(chain.paths().size()));
        var unused = chain.read(beacon, path, random.nextBoolean());
    }

    private void flip(RottenDisk disk) throws IOException {
        var kind = RottenDisk.Kind.values()[random.nextInt(RottenDisk.Kind.values().length)];
        if (disk.flip(kind)) flips.merge(kind, 1, Integer::sum);
    }

    private void recover(FaultyChain chain) {
        chain.calm();
        long begun = System.nanoTime();
        for (int beacon = 0; beacon < FaultyChain.BEACONS; beacon++) {
            for (var path : chain.paths()) {
                while (!chain.isThereAgain(beacon, path)) {
                    assertThat(System.nanoTime() - begun)
                            .as("beacon %d shows %s as published last: %s", beacon, path, chain.state(beacon))
                            .isLessThan(RECOVERY_NANOS_MAX);
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
                }
            }
        }
        slowestRecovery = Math.max(slowestRecovery, System.nanoTime() - begun);
    }

    private void tell(FaultyChain chain) {
        System.out.printf(
                "faults: seed %d, %,d rounds, flips on disk %s, %d restarts, %s; slowest recovery %.1f s%n",
                SEED, rounds, flips, restarts, chain.counts(), slowestRecovery / 1e9);
    }
}
