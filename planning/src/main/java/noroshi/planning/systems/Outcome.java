package noroshi.planning.systems;

import java.util.List;
import java.util.OptionalLong;

/** What came of planning. */
public sealed interface Outcome {

    /**
     * A plan that keeps every rule, counted again by {@link Accounts}.
     *
     * @param choices      by system
     * @param hosts        how many of each are in use, by host and year
     * @param placements   of every copy of every virtual machine
     * @param bound        no plan at all costs less, in yen over all years: proven
     * @param withoutTarget what the cheapest plan costs that need not reach the target, if that was asked
     */
    record Planned(
            List<Choice> choices,
            int[][] hosts,
            List<Placement> placements,
            Accounts accounts,
            long bound,
            OptionalLong withoutTarget)
            implements Outcome {

        /** The higher of two bounds holds. */
        Planned withBound(long other) {
            long higher = Math.min(accounts.total(), Math.max(bound, other));
            return new Planned(choices, hosts, placements, accounts, higher, withoutTarget);
        }

        Planned withoutTarget(OptionalLong cost) {
            return new Planned(choices, hosts, placements, accounts, bound, cost);
        }

        /** How much dearer than the bound the plan is, as a part of its own cost. */
        public double gap() {
            return accounts.total() == 0 ? 0 : Math.max(0, (double) (accounts.total() - bound) / accounts.total());
        }
    }

    /**
     * No plan keeps all rules: proven by the solver, and where a target is why, proven a second time by the least upkeep that is possible.
     *
     * @param obstacles what stands in the way, by target; empty: not the targets but the limits and dates contradict each other
     */
    record Impossible(List<Obstacle> obstacles) implements Outcome {}

    /**
     * @param target    what was asked for in yen
     * @param least     no plan has a lower upkeep in that year: proven
     * @param reachable the lowest upkeep of a plan that was found; empty: none was found in time
     * @param unlimited the same bound if there were no limits on what can be done in a year
     */
    record Obstacle(int year, long target, long least, OptionalLong reachable, long unlimited) {

        /** Whether the least upkeep alone proves that the target cannot be met. */
        public boolean proves() {
            return least > target;
        }
    }

    /**
     * Neither a plan nor a proof in the time given.
     *
     * @param why in Japanese
     */
    record Undecided(String why) implements Outcome {}
}
