package noroshi.planning.graph;

import java.util.Arrays;
import java.util.List;
import noroshi.planning.search.Effort;

/**
 * By which factor all demands can grow together until something is full: the maximum concurrent flow. Traffic may take several ways. Garg
 * and Könemann's method (SIAM J. Comput. 37(2), 2007) as Fleischer sped it up: whatever flows makes its arcs longer, and the next goes the
 * way that is then shortest. Both a flow that is possible and a bound that none exceeds come out, so how exact it is is known.
 */
public final class ConcurrentFlow {

    public static final double GAP = 0.01;

    /** @param amount above 0, in the unit of the capacities */
    public record Demand(int from, int to, double amount) {
        public Demand {
            if (from == to || !(amount > 0))
                throw new IllegalArgumentException("a demand of %s from %d to %d".formatted(amount, from, to));
        }
    }

    /**
     * @param factor all demands times this fit, as {@code flow} proves
     * @param bound  no factor above this is possible, as lengths of arcs prove
     * @param flow   on each arc, of all demands times the factor
     */
    public record Result(double factor, double bound, double[] flow) {
        /** How far the proven optimum may lie above, as a share of it. */
        public double gap() {
            return bound == 0 ? 0 : (bound - factor) / bound;
        }
    }

    private static final double STEP_FIRST = 0.25;
    private static final double STEP_LAST = 0.001;
    private static final double LENGTH_MAX = 1e100;

    private final Arcs arcs;
    private final List<Bundle> bundles;
    private final ShortestWays onwards;
    private final ShortestWays backwards;
    private final double[] length;
    private final double[] flow;
    private final double[] load;
    private final double[] through;
    private double factor;
    private double bound = Double.POSITIVE_INFINITY;
    private double[] best = new double[0];

    private ConcurrentFlow(Arcs arcs, List<Demand> demands) {
        this.arcs = arcs;
        bundles = Bundle.of(demands);
        onwards = new ShortestWays(arcs);
        backwards = new ShortestWays(arcs.reversed());
        length = Arrays.stream(arcs.capacity()).map(capacity -> 1 / capacity).toArray();
        flow = new double[arcs.count()];
        load = new double[arcs.count()];
        through = new double[arcs.nodes()];
    }

    /** Without demands, or without a way for one of them, the factor is infinite or 0. */
    public static Result most(Arcs arcs, List<Demand> demands, double gap, Effort effort) {
        if (demands.isEmpty())
            return new Result(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, new double[arcs.count()]);
        var search = new ConcurrentFlow(arcs, demands);
        double first = search.factorOfLengths();
        return first == 0 ? new Result(0, 0, new double[arcs.count()]) : search.run(gap, effort);
    }

    private Result run(double gap, Effort effort) {
        for (double step = STEP_FIRST; step >= STEP_LAST && !isDone(gap, effort); step /= 2) {
            Arrays.fill(flow, 0);
            double scale = bound;
            int phases = (int) Math.ceil(8 / step);
            for (int phase = 1; phase <= phases && !isDone(gap, effort); phase++) {
                for (var bundle : bundles) route(bundle, scale, step);
                shorten();
                keep(scale * phase);
                factorOfLengths();
            }
            effort.tell("飽和倍率 %.4f (上界 %.4f)".formatted(factor, bound));
        }
        return new Result(factor, bound, best);
    }

    /** At least one flow is always found, so that an ended effort has an answer. */
    private boolean isDone(double gap, Effort effort) {
        return factor > 0 && (bound - factor <= gap * bound || effort.isOver());
    }

    private ShortestWays ways(Bundle bundle) {
        return bundle.back() ? backwards : onwards;
    }

    /** Sends one bundle along its tree of shortest ways, no arc more than full at a time. */
    private void route(Bundle bundle, double scale, double step) {
        var ways = ways(bundle);
        double left = 1;
        while (left > 0) {
            ways.from(bundle.root(), length);
            Arrays.fill(through, 0);
            for (var leaf : bundle.leaves()) through[leaf.node()] += scale * leaf.amount();
            double fullest = 0;
            for (int at = ways.reached - 1; at > 0; at--) {
                int node = ways.order[at];
                int arc = ways.by[node];
                load[arc] = through[node];
                through[ways.parent(node)] += through[node];
                fullest = Math.max(fullest, load[arc] / arcs.capacity()[arc]);
            }
            double share = Math.min(left, 1 / fullest);
            left = share >= left ? 0 : left - share;
            for (int at = ways.reached - 1; at > 0; at--) {
                int arc = ways.by[ways.order[at]];
                flow[arc] += share * load[arc];
                length[arc] *= 1 + step * share * load[arc] / arcs.capacity()[arc];
            }
        }
    }

    /** Only the proportions of the lengths matter. */
    private void shorten() {
        double longest = Arrays.stream(length).max().orElse(1);
        if (longest > LENGTH_MAX) for (int arc = 0; arc < length.length; arc++) length[arc] /= longest;
    }

    private void keep(double routed) {
        double fullest = 0;
        for (int arc = 0; arc < flow.length; arc++) fullest = Math.max(fullest, flow[arc] / arcs.capacity()[arc]);
        if (routed / fullest <= factor) return;
        factor = routed / fullest;
        double shrink = 1 / fullest;
        best = Arrays.stream(flow).map(value -> value * shrink).toArray();
    }

    /** The dual: whatever the lengths, volume of all arcs over length of all demands bounds the factor. 0: one has no way. */
    private double factorOfLengths() {
        double volume = 0;
        for (int arc = 0; arc < length.length; arc++) volume += length[arc] * arcs.capacity()[arc];
        double needed = 0;
        for (var bundle : bundles) {
            var ways = ways(bundle);
            ways.from(bundle.root(), length);
            for (var leaf : bundle.leaves()) needed += leaf.amount() * ways.distance[leaf.node()];
        }
        double found = Double.isInfinite(needed) ? 0 : volume / needed;
        bound = Math.min(bound, found);
        return found;
    }
}
