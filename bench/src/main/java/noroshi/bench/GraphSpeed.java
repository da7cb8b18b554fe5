package noroshi.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import noroshi.planning.graph.CutTree;
import noroshi.planning.graph.FlowNetwork;
import noroshi.planning.graph.Graph;
import noroshi.planning.graph.MinimumCut;
import noroshi.planning.graph.WeakPoints;
import org.jgrapht.alg.connectivity.BiconnectivityInspector;
import org.jgrapht.alg.flow.DinicMFImpl;
import org.jgrapht.alg.flow.GusfieldGomoryHuCutTree;
import org.jgrapht.alg.flow.PushRelabelMFImpl;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.Pseudograph;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.jgrapht.graph.SimpleWeightedGraph;

/** Own code beside JGraphT's, with the same question and the same answer. Each is run a few times; the best counts. */
final class GraphSpeed {

    private static final int RUNS = 5;

    private final Random random;

    GraphSpeed(long seed) {
        random = new Random(seed);
    }

    void print(List<ZooNetworks.Named> networks) {
        var zoo = networks.stream().map(ZooNetworks.Named::graph).toList();
        weakPoints("all %d networks of the zoo".formatted(zoo.size()), zoo);
        weakPoints("3,000 nodes, 4,000 links", List.of(graph(3000, 4000)));
        large(100_000, 130_000);
        flow(2000, 20_000);
        cutTree(120, 400);
    }

    private Graph graph(int nodes, int links) {
        return Graph.of(
                nodes,
                random.ints(links, 0, nodes).toArray(),
                random.ints(links, 0, nodes).toArray());
    }

    private static void weakPoints(String name, List<Graph> graphs) {
        var theirs = graphs.stream().map(GraphSpeed::pseudograph).toList();
        compare(
                "bridges and cut nodes, " + name,
                () -> graphs.stream()
                        .map(WeakPoints::of)
                        .mapToLong(weak -> 1_000_000L * weak.bridges().length + weak.cutNodes().length)
                        .sum(),
                "BiconnectivityInspector",
                () -> theirs.stream()
                        .map(BiconnectivityInspector::new)
                        .mapToLong(found -> 1_000_000L * found.getBridges().size()
                                + found.getCutpoints().size())
                        .sum());
    }

    /** Theirs walks by recursion, which ends where the stack does. */
    private void large(int nodes, int links) {
        var graph = graph(nodes, links);
        long began = System.nanoTime();
        int bridges = WeakPoints.of(graph).bridges().length;
        double own = NetworkBench.millis(began);
        var theirs = "has an answer too";
        try {
            new BiconnectivityInspector<>(pseudograph(graph)).getBridges();
        } catch (StackOverflowError e) {
            theirs = "overflows its stack";
        }
        System.out.printf(
                "network: speed, bridges and cut nodes, %,d nodes, %,d links: own %.0f ms (%,d bridges); JGraphT %s%n",
                nodes, links, own, bridges, theirs);
    }

    private static Pseudograph<Integer, DefaultEdge> pseudograph(Graph graph) {
        var theirs = new Pseudograph<Integer, DefaultEdge>(DefaultEdge.class);
        for (int node = 0; node < graph.nodes(); node++) theirs.addVertex(node);
        for (int link = 0; link < graph.links(); link++) theirs.addEdge(graph.from(link), graph.to(link));
        return theirs;
    }

    private void flow(int nodes, int arcs) {
        var own = new FlowNetwork(nodes);
        var theirs = new SimpleDirectedWeightedGraph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
        for (int node = 0; node < nodes; node++) theirs.addVertex(node);
        for (int arc = 0; arc < arcs; arc++) {
            int from = random.nextInt(nodes);
            int to = random.nextInt(nodes);
            int capacity = 1 + random.nextInt(100);
            if (from == to || theirs.containsEdge(from, to)) continue;
            own.arc(from, to, capacity, 0);
            theirs.setEdgeWeight(theirs.addEdge(from, to), capacity);
        }
        var name = "maximum flow, %d nodes, %d arcs".formatted(nodes, arcs);
        LongSupplier ours = () -> own.most(0, nodes - 1, Long.MAX_VALUE);
        compare(name, ours, "PushRelabelMFImpl", () ->
                (long) new PushRelabelMFImpl<>(theirs).getMaximumFlowValue(0, nodes - 1));
        compare(name, ours, "DinicMFImpl", () -> (long) new DinicMFImpl<>(theirs).getMaximumFlowValue(0, nodes - 1));
    }

    private void cutTree(int nodes, int links) {
        var theirs = new SimpleWeightedGraph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
        for (int node = 0; node < nodes; node++) theirs.addVertex(node);
        for (int link = 0; link < links; link++) {
            int from = random.nextInt(nodes);
            int to = random.nextInt(nodes);
            if (from == to || theirs.containsEdge(from, to)) continue;
            theirs.setEdgeWeight(theirs.addEdge(from, to), 1 + random.nextInt(20));
        }
        var edges = List.copyOf(theirs.edgeSet());
        var own = Graph.of(
                nodes,
                edges.stream().mapToInt(theirs::getEdgeSource).toArray(),
                edges.stream().mapToInt(theirs::getEdgeTarget).toArray());
        var weights = edges.stream()
                .mapToLong(edge -> (long) theirs.getEdgeWeight(edge))
                .toArray();
        compare(
                "minimum cuts between all pairs, %d nodes, %d links".formatted(nodes, edges.size()),
                () -> sum(nodes, CutTree.of(own, weights)),
                "GusfieldGomoryHuCutTree",
                () -> {
                    var tree = new GusfieldGomoryHuCutTree<>(theirs);
                    return IntStream.range(1, nodes)
                            .mapToLong(node -> (long) tree.calculateMinCut(0, node))
                            .sum();
                });
        int sink = nodes - 1;
        compare(
                "one minimum cut, the same network",
                () -> MinimumCut.between(own, weights, 0, sink).weight(),
                "PushRelabelMFImpl",
                () -> (long) new PushRelabelMFImpl<>(theirs).calculateMinCut(0, sink));
    }

    private static long sum(int nodes, CutTree tree) {
        return IntStream.range(1, nodes)
                .mapToLong(node -> tree.between(0, node))
                .sum();
    }

    private static void compare(String what, LongSupplier own, String theirName, LongSupplier theirs) {
        var ownTimes = new double[RUNS];
        var theirTimes = new double[RUNS];
        boolean same = true;
        for (int run = 0; run < RUNS; run++) {
            long began = System.nanoTime();
            long ours = own.getAsLong();
            ownTimes[run] = NetworkBench.millis(began);
            began = System.nanoTime();
            long other = theirs.getAsLong();
            theirTimes[run] = NetworkBench.millis(began);
            same &= ours == other;
        }
        double best = Arrays.stream(ownTimes).min().orElseThrow();
        double theirBest = Arrays.stream(theirTimes).min().orElseThrow();
        System.out.printf(
                "network: speed, %s: own %.2f ms, JGraphT %s %.2f ms (%.1f times), answers %s%n",
                what, best, theirName, theirBest, theirBest / best, same ? "equal" : "DIFFER");
    }
}
