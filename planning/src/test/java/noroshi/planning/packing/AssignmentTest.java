package noroshi.planning.packing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AssignmentTest {

    @Test
    void afterAnyMovesTheCostIsTheCheckersAndNoRuleIsBroken() {
        int moves = 0;
        for (long seed = 0; seed < 300; seed++) {
            var packing = RandomPacking.of(seed, 5, 6);
            assertThat(Checker.violations(packing, packing.initial())).isEmpty();
            var assignment = new Assignment(packing, new Flat(packing), packing.initial());
            var random = new Random(seed);
            for (int i = 0; i < 60; i++) {
                if (!moved(assignment, packing, random)) continue;
                moves++;
                assertThat(assignment.cost())
                        .as("seed %d, move %d", seed, i)
                        .isEqualTo(Checker.cost(packing, assignment.places()).total());
                assertThat(Checker.violations(packing, assignment.places()))
                        .as("seed %d, move %d", seed, i)
                        .isEmpty();
            }
        }
        assertThat(moves).isGreaterThan(700);
    }

    @Test
    void aMoveAboveTheLimitChangesNothing() {
        for (long seed = 0; seed < 100; seed++) {
            var packing = RandomPacking.of(seed, 5, 6);
            var assignment = new Assignment(packing, new Flat(packing), packing.initial());
            var random = new Random(seed);
            for (int i = 0; i < 50; i++) {
                int item = random.nextInt(packing.items().size());
                int other = random.nextInt(packing.items().size());
                boolean moved = assignment.shift(item, random.nextInt(5), -1e15)
                        || assignment.swap(item, other, -1e15)
                        || assignment.chain(item, other, random.nextInt(5), -1e15);
                assertThat(moved).isFalse();
            }
            assertThat(assignment.places()).isEqualTo(packing.initial());
            assertThat(assignment.cost())
                    .isEqualTo(Checker.cost(packing, packing.initial()).total());
        }
    }

    private static boolean moved(Assignment assignment, Packing packing, Random random) {
        int item = random.nextInt(packing.items().size());
        int other = random.nextInt(packing.items().size());
        int bin = random.nextInt(packing.bins().size());
        return switch (random.nextInt(3)) {
            case 0 -> assignment.shift(item, bin, 1e15);
            case 1 -> assignment.swap(item, other, 1e15);
            default -> assignment.chain(item, other, bin, 1e15);
        };
    }
}
