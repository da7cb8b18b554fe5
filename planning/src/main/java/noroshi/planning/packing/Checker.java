package noroshi.planning.packing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Judges an assignment from nothing but the model's text: it shares no line with the search, keeps no state and is as plain as
 * the rules are. What it says is what counts.
 */
public final class Checker {

    private static final int VIOLATIONS_MAX = 100;

    private final Packing packing;
    private final int[] at;
    private final List<String> violations = new ArrayList<>();

    private Checker(Packing packing, int[] at) {
        this.packing = packing;
        this.at = at;
    }

    /** What the assignment violates, at most a hundred lines; empty: nothing. */
    public static List<String> violations(Packing packing, int[] assignment) {
        var checker = new Checker(packing, assignment.clone());
        checker.places();
        if (checker.violations.isEmpty()) {
            checker.capacities();
            checker.conflicts();
            checker.spreads();
            checker.dependencies();
        }
        return List.copyOf(checker.violations);
    }

    public static Cost cost(Packing packing, int[] assignment) {
        var checker = new Checker(packing, assignment.clone());
        return new Cost(
                checker.overload(), checker.balance(), checker.itemMoves(), checker.groupMoves(), checker.binMoves());
    }

    private void places() {
        if (at.length != packing.items().size()) {
            say("%d items, but %d places", packing.items().size(), at.length);
            return;
        }
        for (int item = 0; item < at.length; item++) {
            if (at[item] < 0 || at[item] >= packing.bins().size()) say("item %d: there is no bin %d", item, at[item]);
            else if ((packing.items().get(item).needs()
                            & ~packing.bins().get(at[item]).offers())
                    != 0) say("item %d needs what bin %d does not offer", item, at[item]);
        }
    }

    private void capacities() {
        for (int resource = 0; resource < packing.resources().size(); resource++) {
            var used = usage(resource, packing.resources().get(resource).inTransit());
            for (int bin = 0; bin < used.length; bin++) {
                long capacity = packing.bins().get(bin).capacity().get(resource);
                if (used[bin] > capacity) say("bin %d, resource %d: %d of %d", bin, resource, used[bin], capacity);
            }
        }
    }

    private void conflicts() {
        var taken = new HashSet<Long>();
        for (int item = 0; item < at.length; item++) {
            int group = packing.items().get(item).group();
            if (!taken.add((long) group * packing.bins().size() + at[item]))
                say("group %d has two items in bin %d", group, at[item]);
        }
    }

    private void spreads() {
        for (var spread : packing.spreads()) {
            Map<Integer, Set<Integer>> labels = new HashMap<>();
            for (int item = 0; item < at.length; item++)
                labels.computeIfAbsent(packing.items().get(item).group(), group -> new HashSet<>())
                        .add(spread.label().get(at[item]));
            labels.forEach((group, seen) -> {
                if (seen.size() < spread.min().get(group))
                    say(
                            "group %d is spread over %d, not %d",
                            group, seen.size(), spread.min().get(group));
            });
        }
    }

    private void dependencies() {
        Map<Integer, Set<Integer>> neighbourhoods = new HashMap<>();
        for (int item = 0; item < at.length; item++)
            neighbourhoods
                    .computeIfAbsent(packing.items().get(item).group(), group -> new HashSet<>())
                    .add(neighbourhood(item));
        for (int item = 0; item < at.length; item++)
            for (int other :
                    packing.groups().get(packing.items().get(item).group()).dependsOn())
                if (!neighbourhoods.getOrDefault(other, Set.of()).contains(neighbourhood(item)))
                    say("item %d misses group %d in its neighbourhood %d", item, other, neighbourhood(item));
    }

    private int neighbourhood(int item) {
        return packing.bins().get(at[item]).neighbourhood();
    }

    private long[] usage(int resource, boolean alsoWhereItWas) {
        var used = new long[packing.bins().size()];
        for (int item = 0; item < at.length; item++) {
            var moved = packing.items().get(item);
            used[at[item]] += moved.demand().get(resource);
            if (alsoWhereItWas && moved.at() != at[item])
                used[moved.at()] += moved.demand().get(resource);
        }
        return used;
    }

    private long overload() {
        long sum = 0;
        for (int resource = 0; resource < packing.resources().size(); resource++) {
            long weight = packing.resources().get(resource).overloadWeight();
            var used = usage(resource, false);
            for (int bin = 0; bin < used.length; bin++)
                sum += weight
                        * Math.max(
                                0,
                                used[bin]
                                        - packing.bins().get(bin).comfortable().get(resource));
        }
        return sum;
    }

    private long balance() {
        long sum = 0;
        for (var balance : packing.balances()) {
            var first = usage(balance.first(), false);
            var second = usage(balance.second(), false);
            for (int bin = 0; bin < first.length; bin++) {
                var capacity = packing.bins().get(bin).capacity();
                long freeFirst = capacity.get(balance.first()) - first[bin];
                long freeSecond = capacity.get(balance.second()) - second[bin];
                sum += balance.weight() * Math.max(0, balance.target() * freeFirst - freeSecond);
            }
        }
        return sum;
    }

    private long itemMoves() {
        long sum = 0;
        for (int item = 0; item < at.length; item++)
            if (packing.items().get(item).at() != at[item])
                sum += packing.items().get(item).moveCost();
        return sum * packing.weights().item();
    }

    private long groupMoves() {
        var moved = new int[packing.groups().size()];
        int most = 0;
        for (int item = 0; item < at.length; item++)
            if (packing.items().get(item).at() != at[item])
                most = Math.max(most, ++moved[packing.items().get(item).group()]);
        return most * packing.weights().group();
    }

    private long binMoves() {
        long sum = 0;
        for (int item = 0; item < at.length; item++)
            sum += packing.bins().get(packing.items().get(item).at()).moveCost().get(at[item]);
        return sum * packing.weights().bin();
    }

    private void say(String violation, Object... values) {
        if (violations.size() < VIOLATIONS_MAX) violations.add(violation.formatted(values));
    }
}
