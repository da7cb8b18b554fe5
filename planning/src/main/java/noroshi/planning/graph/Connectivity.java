package noroshi.planning.graph;

import java.util.BitSet;
import java.util.stream.IntStream;

/** How many links, or nodes, must fail before a graph falls apart. 0: it already has, or has one node. */
public final class Connectivity {

    private Connectivity() {}

    public static int links(Graph graph) {
        if (graph.nodes() < 2) return 0;
        var flow = FlowNetwork.of(graph, MinimumCut.ones(graph));
        long least = Long.MAX_VALUE;
        for (int node = 1; node < graph.nodes() && least > 0; node++)
            least = Math.min(least, flow.most(0, node, least));
        return (int) least;
    }

    /** Even's search (SIAM J. Comput. 4(3), 1975). A complete graph of n nodes has n−1: no failure of nodes parts what is left. */
    public static int nodes(Graph graph) {
        int n = graph.nodes();
        if (n < 2) return 0;
        var split = split(graph);
        long least = n - 1L;
        for (int a = 0; a < n && a <= least; a++) {
            var beside = neighbours(graph, a);
            for (int b = a + 1; b < n; b++)
                if (!beside.get(b)) least = Math.min(least, split.most(2 * a + 1, 2 * b, least));
        }
        return (int) least;
    }

    /** How many ways without a common node between two nodes there are; a direct link is one of them. */
    public static int nodes(Graph graph, int a, int b) {
        return (int) split(graph).most(2 * a + 1, 2 * b, Long.MAX_VALUE);
    }

    /** Node v becomes an arc from 2v (in) to 2v+1 (out) that carries one. Parallel links count once. */
    private static FlowNetwork split(Graph graph) {
        var flow = new FlowNetwork(2 * graph.nodes());
        for (int node = 0; node < graph.nodes(); node++) flow.arc(2 * node, 2 * node + 1, 1, 0);
        for (int node = 0; node < graph.nodes(); node++) {
            int at = node;
            neighbours(graph, node).stream().forEach(other -> flow.arc(2 * at + 1, 2 * other, 1, 0));
        }
        return flow;
    }

    private static BitSet neighbours(Graph graph, int node) {
        var beside = new BitSet();
        IntStream.range(graph.first(node), graph.last(node))
                .map(graph::incident)
                .map(link -> graph.other(link, node))
                .filter(other -> other != node)
                .forEach(beside::set);
        return beside;
    }
}
