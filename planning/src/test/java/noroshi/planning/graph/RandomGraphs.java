package noroshi.planning.graph;

import java.util.BitSet;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/** Small graphs with parallel links and loops, connected or not, each from its seed. */
final class RandomGraphs {

    private RandomGraphs() {}

    static void forAll(int count, int nodesMax, int linksMax, BiConsumer<Graph, Random> law) {
        for (int seed = 0; seed < count; seed++) {
            var random = new Random(seed);
            var graph = graph(random, 1 + random.nextInt(nodesMax), random.nextInt(linksMax + 1));
            try {
                law.accept(graph, random);
            } catch (AssertionError e) {
                throw new AssertionError("seed %d: %s".formatted(seed, text(graph)), e);
            }
        }
    }

    static Graph graph(Random random, int nodes, int links) {
        return Graph.of(
                nodes,
                IntStream.range(0, links).map(link -> random.nextInt(nodes)).toArray(),
                IntStream.range(0, links).map(link -> random.nextInt(nodes)).toArray());
    }

    /** Nodes in as many groups as a walk without the failed ones needs. */
    static int components(Graph graph, BitSet nodesDown, BitSet linksDown) {
        var seen = (BitSet) nodesDown.clone();
        int components = 0;
        for (int node = 0; node < graph.nodes(); node++)
            if (!seen.get(node)) {
                components++;
                seen.or(graph.reached(nodesDown, linksDown, node));
            }
        return components;
    }

    static BitSet set(int... numbers) {
        var set = new BitSet();
        for (int number : numbers) set.set(number);
        return set;
    }

    private static String text(Graph graph) {
        return graph.nodes() + " nodes, links "
                + IntStream.range(0, graph.links())
                        .mapToObj(link -> graph.from(link) + "-" + graph.to(link))
                        .toList();
    }
}
