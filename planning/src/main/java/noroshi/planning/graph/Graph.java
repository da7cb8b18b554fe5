package noroshi.planning.graph;

import java.util.Arrays;
import java.util.BitSet;

/** An undirected graph that never changes: nodes 0 to n−1, links 0 to m−1. Two nodes may have many links; a link may be a loop. */
public final class Graph {

    public static final int LINKS_MAX = 4_000_000;

    private final int[] from;
    private final int[] to;
    /** Where the incident links of a node begin in {@link #incident}; one more than there are nodes. */
    private final int[] offset;

    private final int[] incident;

    private Graph(int nodes, int[] from, int[] to) {
        this.from = from;
        this.to = to;
        offset = new int[nodes + 1];
        for (int link = 0; link < from.length; link++) {
            offset[from[link] + 1]++;
            if (to[link] != from[link]) offset[to[link] + 1]++;
        }
        for (int node = 0; node < nodes; node++) offset[node + 1] += offset[node];
        incident = new int[offset[nodes]];
        var next = Arrays.copyOf(offset, nodes);
        for (int link = 0; link < from.length; link++) {
            incident[next[from[link]]++] = link;
            if (to[link] != from[link]) incident[next[to[link]]++] = link;
        }
    }

    /** @param from one end of each link; {@code to} the other */
    public static Graph of(int nodes, int[] from, int[] to) {
        if (from.length != to.length || from.length > LINKS_MAX)
            throw new IllegalArgumentException(
                    "%d and %d ends; both at most %d".formatted(from.length, to.length, LINKS_MAX));
        for (int link = 0; link < from.length; link++)
            if (Math.min(from[link], to[link]) < 0 || Math.max(from[link], to[link]) >= nodes)
                throw new IllegalArgumentException("Link %d joins %d and %d; nodes are numbered 0 to %d"
                        .formatted(link, from[link], to[link], nodes - 1));
        return new Graph(nodes, from.clone(), to.clone());
    }

    public int nodes() {
        return offset.length - 1;
    }

    public int links() {
        return from.length;
    }

    public int from(int link) {
        return from[link];
    }

    public int to(int link) {
        return to[link];
    }

    public int other(int link, int node) {
        return from[link] == node ? to[link] : from[link];
    }

    /** How many links a node has; a loop counts once. */
    public int degree(int node) {
        return offset[node + 1] - offset[node];
    }

    /** The links of a node, from here to {@link #last}. */
    int first(int node) {
        return offset[node];
    }

    int last(int node) {
        return offset[node + 1];
    }

    int incident(int at) {
        return incident[at];
    }

    /** The same links, with some nodes made one: the first of them. The others are left without a link. */
    public Graph merged(int... nodes) {
        if (nodes.length < 2) return this;
        var same = new int[nodes()];
        Arrays.setAll(same, node -> node);
        for (int node : nodes) same[node] = nodes[0];
        return new Graph(
                nodes(),
                Arrays.stream(from).map(node -> same[node]).toArray(),
                Arrays.stream(to).map(node -> same[node]).toArray());
    }

    /** With more links; the old ones keep their numbers. */
    public Graph with(int[] moreFrom, int[] moreTo) {
        var allFrom = Arrays.copyOf(from, from.length + moreFrom.length);
        var allTo = Arrays.copyOf(to, to.length + moreTo.length);
        System.arraycopy(moreFrom, 0, allFrom, from.length, moreFrom.length);
        System.arraycopy(moreTo, 0, allTo, to.length, moreTo.length);
        return of(nodes(), allFrom, allTo);
    }

    /** Every node that some root reaches over links and nodes that stand. A root that does not stand reaches nothing. */
    public BitSet reached(BitSet nodesDown, BitSet linksDown, int... roots) {
        var reached = new BitSet(nodes());
        var waiting = new int[nodes()];
        int count = 0;
        for (int root : roots)
            if (!nodesDown.get(root) && !reached.get(root)) {
                reached.set(root);
                waiting[count++] = root;
            }
        while (count > 0) {
            int node = waiting[--count];
            for (int at = offset[node]; at < offset[node + 1]; at++) {
                int link = incident[at];
                int next = other(link, node);
                if (linksDown.get(link) || nodesDown.get(next) || reached.get(next)) continue;
                reached.set(next);
                waiting[count++] = next;
            }
        }
        return reached;
    }
}
