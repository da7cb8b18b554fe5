package noroshi.planning.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The cheapest set of links that separates two nodes.
 *
 * @param weight of all its links
 * @param side   the nodes on the source's side
 */
public record MinimumCut(long weight, int[] links, BitSet side) {

    public static MinimumCut between(Graph graph, long[] weights, int source, int sink) {
        var flow = FlowNetwork.of(graph, weights);
        long weight = flow.most(source, sink, Long.MAX_VALUE);
        var side = flow.sourceSide();
        var links = IntStream.range(0, graph.links())
                .filter(link -> side.get(graph.from(link)) != side.get(graph.to(link)))
                .toArray();
        return new MinimumCut(weight, links, side);
    }

    /** The smallest number of links whose failure separates two nodes: as many ways without a common link. */
    public static MinimumCut between(Graph graph, int source, int sink) {
        return between(graph, ones(graph), source, sink);
    }

    static long[] ones(Graph graph) {
        var ones = new long[graph.links()];
        Arrays.fill(ones, 1);
        return ones;
    }
}
