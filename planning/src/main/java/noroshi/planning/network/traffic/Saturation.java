package noroshi.planning.network.traffic;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import noroshi.planning.graph.Arcs;
import noroshi.planning.graph.ConcurrentFlow;
import noroshi.planning.graph.Graph;
import noroshi.planning.network.Demand;
import noroshi.planning.network.Link;
import noroshi.planning.network.Network;
import noroshi.planning.network.failure.SingleFailure.What;
import noroshi.planning.search.Effort;

/**
 * How far all demands can grow together until links are full. Below 1 today's demands do not fit.
 *
 * @param name    what failed; empty: nothing
 * @param factor  proven by a flow that fits
 * @param bound   proven not to be exceeded
 * @param without demands that have no way; they are left out of the factor
 * @param uses    how full each link is when all demands have grown by the factor
 */
public record Saturation(String name, double factor, double bound, List<Demand> without, List<Use> uses) {

    /** @param there the share of the capacity that is used from the link's first end to its second; {@code back} the other way */
    public record Use(Link link, double there, double back) {
        public double fuller() {
            return Math.max(there, back);
        }
    }

    private record Served(List<ConcurrentFlow.Demand> demands, List<Demand> without) {}

    public static Saturation normal(Network network, Effort effort) {
        return of(network, "", new BitSet(), new BitSet(), false, effort);
    }

    /** Each class only with the share that it must keep under a failure; demands of a failed node are none. */
    public static Saturation under(Network network, What failed, Effort effort) {
        return of(network, failed.name(), failed.linksDown(), failed.nodesDown(), true, effort);
    }

    /** The least factors first. Ends early with what was looked at. */
    public static List<Saturation> underEach(Network network, List<What> failures, Effort effort) {
        var all = new ArrayList<Saturation>();
        if (network.demands().isEmpty()) return all;
        for (var failed : failures) {
            if (effort.isOver()) break;
            effort.tell("故障時の飽和倍率 %d/%d".formatted(all.size() + 1, failures.size()));
            all.add(under(network, failed, effort));
        }
        all.sort(Comparator.comparingDouble(Saturation::factor));
        return all;
    }

    private static Saturation of(
            Network network, String name, BitSet linksDown, BitSet nodesDown, boolean failure, Effort effort) {
        var links = network.links().stream()
                .filter(link -> !linksDown.get(link.index())
                        && !nodesDown.get(link.from().index())
                        && !nodesDown.get(link.to().index())
                        && !link.from().equals(link.to()))
                .toList();
        var graph = Graph.of(
                network.nodes().size(),
                links.stream().mapToInt(link -> link.from().index()).toArray(),
                links.stream().mapToInt(link -> link.to().index()).toArray());
        var arcs = Arcs.duplex(
                graph, links.stream().mapToDouble(Link::capacityMbps).toArray());
        var served = served(network, graph, nodesDown, failure);
        var found = ConcurrentFlow.most(arcs, served.demands(), ConcurrentFlow.GAP, effort);
        var uses = new ArrayList<Use>();
        for (int i = 0; i < links.size(); i++) {
            double capacity = links.get(i).capacityMbps();
            uses.add(new Use(links.get(i), found.flow()[2 * i] / capacity, found.flow()[2 * i + 1] / capacity));
        }
        return new Saturation(name, found.factor(), found.bound(), served.without(), uses);
    }

    private static Served served(Network network, Graph graph, BitSet nodesDown, boolean failure) {
        var demands = new ArrayList<ConcurrentFlow.Demand>();
        var without = new ArrayList<Demand>();
        for (var demand : network.demands()) {
            int from = demand.from().index();
            int to = demand.to().index();
            if (nodesDown.get(from) || nodesDown.get(to)) continue;
            double share = failure ? demand.kind().underFailure() : 1;
            if (share == 0) continue;
            if (!graph.reached(nodesDown, new BitSet(), from).get(to)) {
                without.add(demand);
                continue;
            }
            if (demand.mbps() > 0) demands.add(new ConcurrentFlow.Demand(from, to, share * demand.mbps()));
            if (demand.mbpsBack() > 0) demands.add(new ConcurrentFlow.Demand(to, from, share * demand.mbpsBack()));
        }
        return new Served(demands, without);
    }

    /** The fullest first. */
    public List<Use> fullest() {
        return uses.stream()
                .sorted(Comparator.comparingDouble(Use::fuller).reversed())
                .toList();
    }
}
