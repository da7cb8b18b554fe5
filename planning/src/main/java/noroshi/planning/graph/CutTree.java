package noroshi.planning.graph;

/** The weight of the minimum cut between any two nodes, from n−1 flows (Gusfield, SIAM J. Comput. 19(1), 1990). */
public final class CutTree {

    private final int[] parent;
    private final long[] weight;
    private final int[] depth;

    private CutTree(int nodes) {
        parent = new int[nodes];
        weight = new long[nodes];
        depth = new int[nodes];
    }

    public static CutTree of(Graph graph, long[] weights) {
        var tree = new CutTree(graph.nodes());
        var flow = FlowNetwork.of(graph, weights);
        for (int node = 1; node < graph.nodes(); node++) {
            tree.weight[node] = flow.most(node, tree.parent[node], Long.MAX_VALUE);
            var side = flow.sourceSide();
            for (int later = node + 1; later < graph.nodes(); later++)
                if (side.get(later) && tree.parent[later] == tree.parent[node]) tree.parent[later] = node;
        }
        // A parent always has a smaller number.
        for (int node = 1; node < graph.nodes(); node++) tree.depth[node] = tree.depth[tree.parent[node]] + 1;
        return tree;
    }

    /** Every link counts 1: the number of link-disjoint ways between any two nodes. */
    public static CutTree of(Graph graph) {
        return of(graph, MinimumCut.ones(graph));
    }

    /** The node above this in the tree; the root, node 0, is its own. */
    public int parent(int node) {
        return parent[node];
    }

    /** The weight of the cut between any two nodes is the least on the way between them in the tree. */
    public long between(int a, int b) {
        long least = Long.MAX_VALUE;
        while (a != b) {
            if (depth[a] < depth[b]) {
                least = Math.min(least, weight[b]);
                b = parent[b];
            } else {
                least = Math.min(least, weight[a]);
                a = parent[a];
            }
        }
        return least;
    }
}
