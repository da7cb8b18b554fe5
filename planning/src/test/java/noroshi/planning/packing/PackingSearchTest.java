package noroshi.planning.packing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import noroshi.planning.search.Effort;
import org.junit.jupiter.api.Test;

class PackingSearchTest {

    @Test
    void smallPackingsAreSolvedAsBruteForceSolvesThem() {
        for (long seed = 0; seed < 15; seed++) {
            var packing = RandomPacking.of(seed, 3, 4);
            long best = bruteForce(packing, packing.initial(), 0);
            var found = PackingSearch.best(packing, Effort.of(Duration.ofSeconds(2)), 1, seed, best);
            assertThat(Checker.violations(packing, found)).isEmpty();
            assertThat(Checker.cost(packing, found).total()).as("seed %d", seed).isEqualTo(best);
        }
    }

    @Test
    void whoHasNoTimeGetsWhatThereWas() {
        var packing = RandomPacking.of(1, 5, 6);
        assertThat(PackingSearch.best(packing, Effort.of(Duration.ZERO), 2, 1, 0))
                .isEqualTo(packing.initial());
    }

    private static long bruteForce(Packing packing, int[] places, int item) {
        if (item == places.length)
            return Checker.violations(packing, places).isEmpty()
                    ? Checker.cost(packing, places).total()
                    : Long.MAX_VALUE;
        long best = Long.MAX_VALUE;
        var next = places.clone();
        for (int bin = 0; bin < packing.bins().size(); bin++) {
            next[item] = bin;
            best = Math.min(best, bruteForce(packing, next, item + 1));
        }
        return best;
    }
}
