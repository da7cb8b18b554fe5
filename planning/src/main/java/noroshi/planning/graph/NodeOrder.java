package noroshi.planning.graph;

import java.util.BitSet;

/** An order of some nodes in which few of them are open at any time: entered, and not yet all their neighbours. */
final class NodeOrder {

    private static final int STARTS_MAX = 64;
    /** Looking at so many nodes from every start is enough; a large network gets fewer starts. */
    private static final int LOOKS_MAX = 40_000;

    private final Graph graph;
    private final BitSet nodes;

    private NodeOrder(Graph graph, BitSet nodes) {
        this.graph = graph;
        this.nodes = nodes;
    }

    /** The best of many greedy orders. */
    static int[] of(Graph graph, BitSet nodes) {
        var orders = new NodeOrder(graph, nodes);
        int[] best = new int[0];
        double least = Double.POSITIVE_INFINITY;
        int size = nodes.cardinality();
        int starts = Math.clamp(LOOKS_MAX / Math.max(1, size), 2, STARTS_MAX);
        int step = Math.max(1, size / starts);
        int at = 0;
        for (int start = nodes.nextSetBit(0); start >= 0; start = nodes.nextSetBit(start + 1))
            if (at++ % step == 0) {
                var order = new int[nodes.cardinality()];
                double cost = orders.greedy(start, order);
                if (cost < least) {
                    least = cost;
                    best = order;
                }
            }
        return best;
    }

    /** Fills the order; the cost grows with the number of states that a border of each width can have. */
    private double greedy(int start, int[] order) {
        var entered = new BitSet();
        var open = new BitSet();
        double cost = 0;
        int next = start;
        for (int at = 0; at < order.length; at++) {
            order[at] = next;
            entered.set(next);
            open.set(next);
            cost += Math.pow(3.5, open.cardinality());
            close(entered, open);
            next = bestNext(entered, open);
        }
        return cost;
    }

    private void close(BitSet entered, BitSet open) {
        for (int node = open.nextSetBit(0); node >= 0; node = open.nextSetBit(node + 1))
            if (missing(node, entered) == 0) open.clear(node);
    }

    /** Beside what is open; where nothing is, any other. */
    private int bestNext(BitSet entered, BitSet open) {
        var beside = new BitSet();
        for (int node = open.nextSetBit(0); node >= 0; node = open.nextSetBit(node + 1))
            for (int at = graph.first(node); at < graph.last(node); at++) {
                int other = graph.other(graph.incident(at), node);
                if (nodes.get(other) && !entered.get(other)) beside.set(other);
            }
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int node = beside.nextSetBit(0); node >= 0; node = beside.nextSetBit(node + 1)) {
            double cost = cost(node, entered, open);
            if (cost < least) {
                least = cost;
                best = node;
            }
        }
        return best >= 0 ? best : firstMissing(entered);
    }

    /** How much wider the border becomes; among equals, the node with more links to it. */
    private double cost(int node, BitSet entered, BitSet open) {
        int closes = 0;
        int touches = 0;
        for (int at = graph.first(node); at < graph.last(node); at++) {
            int other = graph.other(graph.incident(at), node);
            if (!open.get(other)) continue;
            touches++;
            if (missing(other, entered) == 1) closes++;
        }
        return (missing(node, entered) > 0 ? 1 : 0) - closes - 0.01 * touches;
    }

    private int firstMissing(BitSet entered) {
        var missing = (BitSet) nodes.clone();
        missing.andNot(entered);
        return missing.nextSetBit(0);
    }

    /** Neighbours still to enter; parallel links to one neighbour count as one. */
    private int missing(int node, BitSet entered) {
        int missing = 0;
        int last = -1;
        for (int at = graph.first(node); at < graph.last(node); at++) {
            int other = graph.other(graph.incident(at), node);
            if (other != node && other != last && nodes.get(other) && !entered.get(other)) missing++;
            last = other;
        }
        return missing;
    }
}
