package noroshi.planning.network.failure;

import java.util.Arrays;
import java.util.List;
import noroshi.planning.graph.MinimumCut;
import noroshi.planning.network.Link;
import noroshi.planning.network.Network;
import noroshi.planning.network.Node;

/**
 * How an office is joined to the centres.
 *
 * @param cut  a smallest set of links without which it is not; as many ways without a common link lead there
 * @param mbps the most that can flow between it and the centres together
 */
public record Ways(Node office, List<Link> cut, long mbps) {

    public static List<Ways> ofOffices(Network network) {
        var graph = network.graph().merged(network.centres());
        int centre = network.centres()[0];
        var ones = new long[graph.links()];
        Arrays.fill(ones, 1);
        var capacity = network.links().stream()
                .mapToLong(link -> Math.round(link.capacityMbps()))
                .toArray();
        return network.offices().stream()
                .map(office -> new Ways(
                        office,
                        Arrays.stream(MinimumCut.between(graph, ones, office.index(), centre)
                                        .links())
                                .mapToObj(network.links()::get)
                                .toList(),
                        MinimumCut.between(graph, capacity, office.index(), centre)
                                .weight()))
                .toList();
    }
}
