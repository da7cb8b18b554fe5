package noroshi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import noroshi.planning.graph.Arcs;
import noroshi.planning.graph.ConcurrentFlow;
import noroshi.planning.graph.ConcurrentFlow.Demand;
import noroshi.planning.search.Effort;

/** The saturation factor with its proof, on the traffic of Net2Plan's examples and on JPN48 with a demand between all nodes. */
final class SaturationFigures {

    private static final List<String> WITH_TRAFFIC = List.of(
            "abilene_N12_E30_withTraffic",
            "atlanta_N15_E44_withTraffic",
            "dfn-bwin_N10_E90_withTraffic",
            "example7nodes_withTraffic");
    private static final Pattern TAG = Pattern.compile("<(node|link|demand|demandEntry) ([^>]*)>");
    private static final Pattern VALUE = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    void print(Path folder, Optional<Path> japan) throws IOException {
        for (var name : WITH_TRAFFIC) {
            var file = folder.resolve(name + ".n2p");
            if (Files.exists(file)) read(file, name);
        }
        if (japan.isEmpty()) return;
        var graph = JapanNetwork.read(japan.get().resolve("japan48_undirected.json"));
        var capacity = new double[graph.links()];
        Arrays.fill(capacity, 100);
        var demands = new ArrayList<Demand>();
        for (int a = 0; a < graph.nodes(); a++)
            for (int b = 0; b < graph.nodes(); b++) if (a != b) demands.add(new Demand(a, b, 1 + (a * 7 + b * 3) % 5));
        print("JPN48, all pairs", Arcs.duplex(graph, capacity), demands);
    }

    private static void read(Path file, String name) throws IOException {
        var nodes = new HashMap<String, Integer>();
        var from = new ArrayList<Integer>();
        var to = new ArrayList<Integer>();
        var capacity = new ArrayList<Double>();
        var demands = new ArrayList<Demand>();
        TAG.matcher(Files.readString(file)).results().forEach(tag -> {
            var values = new HashMap<String, String>();
            VALUE.matcher(tag.group(2)).results().forEach(value -> values.put(value.group(1), value.group(2)));
            switch (tag.group(1)) {
                // The older form numbers nodes by their order.
                case "node" -> nodes.put(values.getOrDefault("id", "" + nodes.size()), nodes.size());
                case "link" -> {
                    from.add(node(nodes, values, "originNodeId"));
                    to.add(node(nodes, values, "destinationNodeId"));
                    capacity.add(number(values, "capacity", "linkCapacityInErlangs"));
                }
                default -> {
                    double amount = number(values, "offeredTraffic", "offeredTrafficInErlangs");
                    if (amount > 0)
                        demands.add(new Demand(
                                node(nodes, values, "ingressNodeId"), node(nodes, values, "egressNodeId"), amount));
                }
            }
        });
        var arcs = new Arcs(
                nodes.size(),
                ints(from),
                ints(to),
                capacity.stream().mapToDouble(Double::doubleValue).toArray());
        print(name, arcs, demands);
    }

    private static int node(Map<String, Integer> nodes, Map<String, String> values, String name) {
        return java.util.Objects.requireNonNull(nodes.get(values.get(name)), "an unknown node");
    }

    private static double number(Map<String, String> values, String name, String older) {
        return Double.parseDouble(values.getOrDefault(name, values.getOrDefault(older, "0")));
    }

    private static int[] ints(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void print(String name, Arcs arcs, List<Demand> demands) {
        long began = System.nanoTime();
        var found = ConcurrentFlow.most(arcs, demands, ConcurrentFlow.GAP, Effort.whatItTakes());
        double millis = NetworkBench.millis(began);
        double fullest = 0;
        for (int arc = 0; arc < arcs.count(); arc++)
            fullest = Math.max(fullest, found.flow()[arc] / arcs.capacity()[arc]);
        System.out.printf(
                "network: saturation, %s (%d nodes, %d arcs, %d demands): factor %.4f, proven bound %.4f, gap %.2f %%, fullest arc %.6f, %.0f ms%n",
                name,
                arcs.nodes(),
                arcs.count(),
                demands.size(),
                found.factor(),
                found.bound(),
                100 * found.gap(),
                fullest,
                millis);
    }
}
