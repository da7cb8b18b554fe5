package noroshi.planning.graph;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The links (bridges) and nodes (cut nodes) each of which alone holds a graph together, found in one walk: Tarjan's low points (SIAM J.
 * Comput. 1(2), 1972), walked without recursion. A link with a parallel one is no bridge; a loop never matters.
 */
public final class WeakPoints {

    private final BitSet bridges = new BitSet();
    private final BitSet cutNodes = new BitSet();
    private int components;

    private WeakPoints() {}

    public static WeakPoints of(Graph graph) {
        var found = new WeakPoints();
        new Walk(graph, found).all();
        return found;
    }

    public int[] bridges() {
        return bridges.stream().toArray();
    }

    public int[] cutNodes() {
        return cutNodes.stream().toArray();
    }

    public int components() {
        return components;
    }

    private static final class Walk {
        private final Graph graph;
        private final WeakPoints found;
        private final int[] entered;
        private final int[] low;
        private final int[] next;
        private final int[] by;
        private int clock;

        Walk(Graph graph, WeakPoints found) {
            this.graph = graph;
            this.found = found;
            entered = new int[graph.nodes()];
            low = new int[graph.nodes()];
            by = new int[graph.nodes()];
            next = new int[graph.nodes()];
            Arrays.setAll(next, graph::first);
        }

        void all() {
            for (int node = 0; node < graph.nodes(); node++)
                if (entered[node] == 0) {
                    found.components++;
                    from(node);
                }
        }

        private void from(int root) {
            int children = 0;
            int node = enter(root, -1);
            while (true) {
                if (next[node] < graph.last(node)) {
                    int link = graph.incident(next[node]++);
                    int other = graph.other(link, node);
                    if (link == by[node] || other == node) continue;
                    if (entered[other] > 0) low[node] = Math.min(low[node], entered[other]);
                    else node = enter(other, link);
                } else if (node == root) {
                    break;
                } else {
                    int parent = graph.other(by[node], node);
                    if (low[node] > entered[parent]) found.bridges.set(by[node]);
                    if (parent == root) children++;
                    else if (low[node] >= entered[parent]) found.cutNodes.set(parent);
                    low[parent] = Math.min(low[parent], low[node]);
                    node = parent;
                }
            }
            if (children > 1) found.cutNodes.set(root);
        }

        private int enter(int node, int link) {
            entered[node] = ++clock;
            low[node] = clock;
            by[node] = link;
            return node;
        }
    }
}
