package noroshi.planning.graph;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * One-way arcs with capacities, for flows of many kinds.
 *
 * @param capacity above 0
 */
public record Arcs(int nodes, int[] from, int[] to, double[] capacity) {

    public Arcs {
        if (from.length != to.length || from.length != capacity.length)
            throw new IllegalArgumentException(
                    "%d, %d and %d are no arcs".formatted(from.length, to.length, capacity.length));
        for (double value : capacity)
            if (!(value > 0 && value < Double.POSITIVE_INFINITY))
                throw new IllegalArgumentException("an arc's capacity is above 0, not " + value);
    }

    /** Arc 2i goes along link i, arc 2i+1 comes back; each has the link's whole capacity (full duplex). */
    public static Arcs duplex(Graph graph, double[] capacity) {
        int arcs = 2 * graph.links();
        return new Arcs(
                graph.nodes(),
                IntStream.range(0, arcs)
                        .map(arc -> arc % 2 == 0 ? graph.from(arc / 2) : graph.to(arc / 2))
                        .toArray(),
                IntStream.range(0, arcs)
                        .map(arc -> arc % 2 == 0 ? graph.to(arc / 2) : graph.from(arc / 2))
                        .toArray(),
                IntStream.range(0, arcs).mapToDouble(arc -> capacity[arc / 2]).toArray());
    }

    public int count() {
        return from.length;
    }

    /** The same arcs, each the other way. */
    Arcs reversed() {
        return new Arcs(nodes, to, from, capacity);
    }

    /** The arcs that leave each node. */
    int[][] leaving() {
        var counts = new int[nodes];
        for (int node : from) counts[node]++;
        var leaving = new int[nodes][];
        Arrays.setAll(leaving, node -> new int[counts[node]]);
        for (int arc = 0; arc < from.length; arc++) leaving[from[arc]][--counts[from[arc]]] = arc;
        return leaving;
    }
}
