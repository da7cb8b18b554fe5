package noroshi.planning.network.failure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import noroshi.planning.graph.Chances;
import noroshi.planning.graph.Graph;
import noroshi.planning.graph.Sampled;
import noroshi.planning.graph.SampledReliability;
import noroshi.planning.graph.TerminalReliability;
import noroshi.planning.network.Network;
import noroshi.planning.network.Node;
import noroshi.planning.network.Rate;
import noroshi.planning.search.Effort;

/**
 * How likely an office reaches a centre at any moment of ordinary times, if links and nodes fail independently. Exact where the network is
 * narrow enough, else sampled. Shared ducts and disasters are not in it: those are failures of groups and scenarios.
 *
 * @param chance low, estimate and high are one number where it is exact
 */
public record Availability(Node office, Sampled chance, boolean exact) {

    private static final long SAMPLES = 20_000;

    public double hoursDownPerYear() {
        return (1 - chance.estimate()) * Rate.HOURS_PER_YEAR;
    }

    public static List<Availability> ofOffices(Network network, long seed, Effort effort) {
        var asked = new Asked(network, seed, effort);
        var all = new ArrayList<Availability>();
        for (var office : network.offices()) {
            effort.tell("信頼度 %s".formatted(office.name()));
            all.add(asked.toCentre(office));
        }
        return all;
    }

    private record Asked(Graph graph, int centre, Chances chances, long seed, Effort effort) {

        Asked(Network network, long seed, Effort effort) {
            this(network.graph().merged(network.centres()), network.centres()[0], chances(network), seed, effort);
        }

        private Availability toCentre(Node office) {
            var terminals = new BitSet();
            terminals.set(office.index());
            terminals.set(centre);
            var exact = TerminalReliability.of(graph, chances, terminals, effort);
            if (exact.isPresent()) {
                double value = exact.getAsDouble();
                return new Availability(office, new Sampled(value, value, value, 0), true);
            }
            var sampled = SampledReliability.of(graph, chances, terminals, SAMPLES, new Random(seed), effort);
            return new Availability(office, sampled, false);
        }

        /** Several centres count as one that never fails; the only one may. */
        private static Chances chances(Network network) {
            var node = network.nodes().stream()
                    .mapToDouble(each -> 1 - each.rate().down())
                    .toArray();
            if (network.centres().length > 1) for (int centre : network.centres()) node[centre] = 1;
            return new Chances(
                    network.links().stream()
                            .mapToDouble(link -> 1 - link.rate().down())
                            .toArray(),
                    node);
        }
    }
}
