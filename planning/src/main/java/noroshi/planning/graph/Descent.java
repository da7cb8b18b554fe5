package noroshi.planning.graph;

import java.util.Arrays;

/**
 * What hangs below each link, seen from one root: a walk that leaves one link out and may be repeated with another, without new memory.
 * Nodes below a bridge are the ones entered between it and its end.
 */
final class Descent {

    interface Hanging {
        /** Without this link, {@code below} more nodes are out of reach. */
        void below(int bridge, int below);
    }

    private final Graph graph;
    private final int root;
    private final int[] entered;
    private final int[] low;
    private final int[] next;
    private final int[] by;
    private int clock;

    Descent(Graph graph, int root) {
        this.graph = graph;
        this.root = root;
        entered = new int[graph.nodes()];
        low = new int[graph.nodes()];
        next = new int[graph.nodes()];
        by = new int[graph.nodes()];
    }

    /**
     * Walks without one link (−1: with all) and tells every bridge on the way.
     *
     * @return how many nodes were reached, the root among them
     */
    int without(int left, Hanging hanging) {
        Arrays.fill(entered, 0);
        clock = 0;
        int node = enter(root, -1);
        while (true) {
            if (next[node] < graph.last(node)) {
                int link = graph.incident(next[node]++);
                int other = graph.other(link, node);
                if (link == by[node] || link == left || other == node) continue;
                if (entered[other] > 0) low[node] = Math.min(low[node], entered[other]);
                else node = enter(other, link);
            } else if (node == root) {
                return clock;
            } else {
                int parent = graph.other(by[node], node);
                if (low[node] > entered[parent]) hanging.below(by[node], clock - entered[node] + 1);
                low[parent] = Math.min(low[parent], low[node]);
                node = parent;
            }
        }
    }

    private int enter(int node, int link) {
        entered[node] = ++clock;
        low[node] = clock;
        by[node] = link;
        next[node] = graph.first(node);
        return node;
    }
}
