package noroshi.planning.network.report;

import java.util.List;
import noroshi.planning.graph.Connectivity;
import noroshi.planning.graph.CutTree;
import noroshi.planning.graph.DoubleFailures;
import noroshi.planning.graph.Graph;
import noroshi.planning.graph.WeakPoints;
import noroshi.planning.network.Network;
import noroshi.planning.network.Scenario;
import noroshi.planning.network.failure.Aftermath;
import noroshi.planning.network.failure.Availability;
import noroshi.planning.network.failure.SingleFailure;
import noroshi.planning.network.failure.Ways;
import noroshi.planning.network.invest.Investments;
import noroshi.planning.network.invest.Rings;
import noroshi.planning.network.lan.RenewalPlan;
import noroshi.planning.network.lan.Separation;
import noroshi.planning.network.traffic.Saturation;
import noroshi.planning.search.Effort;

/**
 * Everything that is found about a network.
 *
 * @param cuts         link-disjoint ways between any two nodes
 * @param pairs        empty where there are too many links to look at every pair
 * @param saturation   as things are; empty: no demands
 * @param underFailure the worst first
 */
public record Findings(
        Network network,
        Graph graph,
        WeakPoints weak,
        int linkConnectivity,
        int nodeConnectivity,
        CutTree cuts,
        List<Ways> ways,
        List<SingleFailure> singles,
        List<DoubleFailures.Pair> pairs,
        List<Aftermath> aftermaths,
        List<Availability> availability,
        List<Saturation> saturation,
        List<Saturation> underFailure,
        Investments investments,
        Rings rings,
        List<Separation.Finding> separation,
        RenewalPlan renewal) {

    private static final int PAIRS_LINKS_MAX = 2000;
    /** All-pairs questions of larger networks would take minutes. */
    private static final int NODES_MAX = 2000;

    public static Findings of(Network network, List<Scenario> scenarios, long seed, Effort effort) {
        var graph = network.graph();
        boolean small = graph.nodes() <= NODES_MAX;
        var singles = SingleFailure.all(network);
        var worth = singles.stream().map(SingleFailure::what).toList();
        return new Findings(
                network,
                graph,
                WeakPoints.of(graph),
                small ? Connectivity.links(graph) : -1,
                small ? Connectivity.nodes(graph) : -1,
                CutTree.of(small ? graph : Graph.of(1, new int[0], new int[0])),
                Ways.ofOffices(network),
                singles,
                graph.links() <= PAIRS_LINKS_MAX
                        ? DoubleFailures.of(graph, network.centres()).pairs()
                        : List.of(),
                scenarios.stream()
                        .map(scenario -> Aftermath.of(network, scenario))
                        .toList(),
                Availability.ofOffices(network, seed, effort),
                network.demands().isEmpty() ? List.of() : List.of(Saturation.normal(network, effort)),
                Saturation.underEach(network, worth, effort),
                Investments.of(network, effort),
                Rings.of(network, effort),
                Separation.check(network.lan()),
                RenewalPlan.of(network.lan().renewal(), effort));
    }
}
