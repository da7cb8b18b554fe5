package noroshi.planning.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import noroshi.planning.search.Effort;

/**
 * The cheapest of given links that leave no bridge among those that the given links can remove at all. A link removes exactly the bridges
 * on the way between its ends, so this is covering bridges by links: branch and bound over the bridge with the fewest links left, with
 * each bridge's share of its cheapest link as the bound.
 *
 * @param chosen numbers of the given links
 * @param bound  the cost when the search was finished, else what no choice falls below
 * @param left   bridges that none of the given links removes
 */
public record CheapestAugmentation(List<Integer> chosen, long cost, long bound, List<Integer> left) {

    public static CheapestAugmentation of(Graph graph, int[] from, int[] to, long[] costs, Effort effort) {
        var bridges = Sets.set(WeakPoints.of(graph).bridges());
        var removes = new BitSet[from.length];
        var removable = new BitSet();
        for (int link = 0; link < from.length; link++) {
            var more = graph.with(new int[] {from[link]}, new int[] {to[link]});
            removes[link] = (BitSet) bridges.clone();
            removes[link].andNot(Sets.set(WeakPoints.of(more).bridges()));
            removable.or(removes[link]);
        }
        var search = new Search(removes, costs, effort);
        long bound = search.bound(removable);
        search.cover(removable, 0, new ArrayList<>());
        bridges.andNot(removable);
        return new CheapestAugmentation(
                search.best,
                search.least == Long.MAX_VALUE ? 0 : search.least,
                search.finished ? search.least : bound,
                bridges.stream().boxed().toList());
    }

    private static final class Sets {
        static BitSet set(int[] numbers) {
            var set = new BitSet();
            for (int number : numbers) set.set(number);
            return set;
        }
    }

    private static final class Search {
        private final BitSet[] removes;
        private final long[] costs;
        private final Effort effort;
        private List<Integer> best = List.of();
        private long least = Long.MAX_VALUE;
        private boolean finished = true;

        Search(BitSet[] removes, long[] costs, Effort effort) {
            this.removes = removes;
            this.costs = costs;
            this.effort = effort;
        }

        void cover(BitSet left, long cost, List<Integer> chosen) {
            if (left.isEmpty()) {
                if (cost < least) {
                    least = cost;
                    best = List.copyOf(chosen);
                }
                return;
            }
            if (cost + bound(left) >= least) return;
            if (least < Long.MAX_VALUE && effort.isOver()) {
                finished = false;
                return;
            }
            for (int link : covering(scarcest(left), left)) {
                var rest = (BitSet) left.clone();
                rest.andNot(removes[link]);
                chosen.add(link);
                cover(rest, cost + costs[link], chosen);
                chosen.removeLast();
            }
        }

        /** Each bridge pays at least the least share of a link that removes it. */
        long bound(BitSet left) {
            double sum = 0;
            for (int bridge = left.nextSetBit(0); bridge >= 0; bridge = left.nextSetBit(bridge + 1)) {
                double share = Double.POSITIVE_INFINITY;
                for (int link = 0; link < removes.length; link++)
                    if (removes[link].get(bridge)) share = Math.min(share, (double) costs[link] / common(link, left));
                sum += share;
            }
            // Shares are rounded; a bound must not be above the truth by it.
            return (long) Math.ceil(sum * (1 - 1e-12) - 1e-6);
        }

        private int common(int link, BitSet left) {
            var common = (BitSet) left.clone();
            common.and(removes[link]);
            return common.cardinality();
        }

        private int scarcest(BitSet left) {
            int scarcest = left.nextSetBit(0);
            long fewest = Long.MAX_VALUE;
            for (int bridge = scarcest; bridge >= 0; bridge = left.nextSetBit(bridge + 1)) {
                long ways = 0;
                for (var each : removes) if (each.get(bridge)) ways++;
                if (ways < fewest) {
                    fewest = ways;
                    scarcest = bridge;
                }
            }
            return scarcest;
        }

        /** The cheapest per bridge first. */
        private List<Integer> covering(int bridge, BitSet left) {
            var links = new ArrayList<Integer>();
            for (int link = 0; link < removes.length; link++) if (removes[link].get(bridge)) links.add(link);
            links.sort(
                    (a, b) -> Double.compare((double) costs[a] / common(a, left), (double) costs[b] / common(b, left)));
            return links;
        }
    }
}
