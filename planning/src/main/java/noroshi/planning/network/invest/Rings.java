package noroshi.planning.network.invest;

import java.util.List;
import noroshi.planning.graph.Augmentation;
import noroshi.planning.graph.CheapestAugmentation;
import noroshi.planning.network.Candidate;
import noroshi.planning.network.Link;
import noroshi.planning.network.Network;
import noroshi.planning.network.Node;
import noroshi.planning.search.Effort;

/**
 * How to leave no link on which anybody hangs (2-edge-connectivity).
 *
 * @param fewest   the fewest links, between any nodes at all
 * @param cheapest the cheapest of the candidates that leave no bridge they can remove
 * @param yen      of those over ten years
 * @param bound    no choice of candidates that does as much costs less
 * @param left     bridges that no candidate removes
 */
public record Rings(List<Pair> fewest, List<Candidate> cheapest, long yen, long bound, List<Link> left) {

    public record Pair(Node a, Node b) {}

    public static Rings of(Network network, Effort effort) {
        var graph = network.graph();
        var fewest = Augmentation.fewest(graph).stream()
                .map(pair ->
                        new Pair(network.nodes().get(pair[0]), network.nodes().get(pair[1])))
                .toList();
        var candidates = network.candidates();
        var found = CheapestAugmentation.of(
                graph,
                candidates.stream()
                        .mapToInt(candidate -> candidate.link().from().index())
                        .toArray(),
                candidates.stream()
                        .mapToInt(candidate -> candidate.link().to().index())
                        .toArray(),
                candidates.stream().mapToLong(Candidate::yen).toArray(),
                effort);
        return new Rings(
                fewest,
                found.chosen().stream().map(candidates::get).toList(),
                found.cost(),
                found.bound(),
                found.left().stream().map(network.links()::get).toList());
    }
}
