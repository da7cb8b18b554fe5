package noroshi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import noroshi.acceptance.Home;
import noroshi.planning.graph.DoubleFailures;
import noroshi.planning.graph.Graph;
import noroshi.planning.graph.WeakPoints;

/** {@code ./noroshi bench planning network}: what the network part must show. */
final class NetworkBench {

    private final PlanningOptions options;

    NetworkBench(PlanningOptions options) {
        this.options = options;
    }

    void run() throws IOException {
        var zoo = folder("inward/network-topology-zoo");
        if (zoo.isPresent()) {
            var networks = ZooNetworks.all(zoo.get());
            weakPoints(zoo.get(), networks);
            new ReliabilityFigures(options).print(networks);
            new GraphSpeed(options.seed()).print(networks);
        }
        var japan = folder("inward/network-japan-jpn");
        if (japan.isPresent()) pairs(JapanNetwork.read(japan.get().resolve("japan48_undirected.json")));
        var traffic = folder("inward/network-net2plan-traffic");
        if (traffic.isPresent()) new SaturationFigures().print(traffic.get(), japan);
    }

    private static Optional<Path> folder(String name) {
        var folder = Home.shared(name);
        if (folder.isEmpty())
            System.out.printf("network: skipped: shared/data/%s is not here. Maybe set NOROSHI_SHARED.%n", name);
        return folder;
    }

    private static void weakPoints(Path folder, List<ZooNetworks.Named> networks) throws IOException {
        var expected = new HashMap<String, String>();
        for (var line : Files.readAllLines(folder.resolve("reference-stats.csv"))) {
            var columns = line.split(",", -1);
            expected.put(columns[0], String.join(",", columns[1], columns[2], columns[4], columns[5], columns[6]));
        }
        var wrong = new ArrayList<String>();
        for (var network : networks) {
            var graph = network.graph();
            var weak = WeakPoints.of(graph);
            var found = "%d,%d,%d,%d,%d"
                    .formatted(
                            graph.nodes(),
                            withoutLoops(graph),
                            weak.components(),
                            weak.bridges().length,
                            weak.cutNodes().length);
            if (!found.equals(expected.get(network.name())))
                wrong.add("%s: %s, not %s".formatted(network.name(), found, expected.get(network.name())));
        }
        System.out.printf(
                "network: bridges, cut nodes, components, nodes, links equal reference-stats.csv on %d of %d networks%n",
                networks.size() - wrong.size(), networks.size());
        wrong.forEach(line -> System.out.println("network:   WRONG " + line));
    }

    /** The reference does not count them (Interoute has two). */
    private static long withoutLoops(Graph graph) {
        return IntStream.range(0, graph.links())
                .filter(link -> graph.from(link) != graph.to(link))
                .count();
    }

    private static void pairs(Graph graph) {
        int root = JapanNetwork.TOKYO;
        long began = System.nanoTime();
        var found = DoubleFailures.of(graph, root);
        double first = millis(began);
        began = System.nanoTime();
        DoubleFailures.of(graph, root);
        double again = millis(began);
        began = System.nanoTime();
        int differing = 0;
        int cutting = 0;
        for (int a = 0; a < graph.links(); a++)
            for (int b = a + 1; b < graph.links(); b++) {
                var down = new BitSet();
                down.set(a);
                down.set(b);
                int cut =
                        graph.nodes() - graph.reached(new BitSet(), down, root).cardinality();
                if (cut > 0) cutting++;
                if (cut != found.cutOff(a, b)) differing++;
            }
        System.out.printf(
                "network: JPN48, %d links: all %d double failures in %.1f ms (warm %.1f ms); a naive search %.1f ms; %d pairs cut, %d differ%n",
                graph.links(),
                graph.links() * (graph.links() - 1) / 2,
                first,
                again,
                millis(began),
                cutting,
                differing);
    }

    static double millis(long beganNanos) {
        return (System.nanoTime() - beganNanos) / 1e6;
    }
}
