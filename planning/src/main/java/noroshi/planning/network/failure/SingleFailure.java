package noroshi.planning.network.failure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import noroshi.planning.graph.Graph;
import noroshi.planning.network.Link;
import noroshi.planning.network.Network;
import noroshi.planning.network.Node;
import noroshi.planning.network.Rate;
import noroshi.planning.network.RiskGroup;

/**
 * One thing fails, the rest stands (N−1).
 *
 * @param cutOff the offices that lose every way to a centre; a failed office itself is not counted, it is what failed
 */
public record SingleFailure(What what, List<Node> cutOff) {

    public sealed interface What {
        String name();

        Rate rate();

        record OneLink(Link link) implements What {
            @Override
            public String name() {
                return link.name();
            }

            @Override
            public Rate rate() {
                return link.rate();
            }
        }

        record OneNode(Node node) implements What {
            @Override
            public String name() {
                return node.name();
            }

            @Override
            public Rate rate() {
                return node.rate();
            }
        }

        /** All links of a risk group at once. */
        record OneGroup(RiskGroup group) implements What {
            @Override
            public String name() {
                return group.name();
            }

            @Override
            public Rate rate() {
                return group.rate();
            }
        }

        default BitSet linksDown() {
            var down = new BitSet();
            switch (this) {
                case OneLink one -> down.set(one.link().index());
                case OneNode one -> {}
                case OneGroup one -> one.group().links().forEach(link -> down.set(link.index()));
            }
            return down;
        }

        default BitSet nodesDown() {
            var down = new BitSet();
            if (this instanceof OneNode one) down.set(one.node().index());
            return down;
        }
    }

    /** Every link, node and group of the network, in this order. */
    public static List<SingleFailure> all(Network network) {
        var graph = network.graph();
        var offices = network.offices();
        var before = graph.reached(new BitSet(), new BitSet(), network.centres());
        var all = new ArrayList<SingleFailure>();
        for (var what : whats(network)) all.add(new SingleFailure(what, cutOff(graph, network, offices, before, what)));
        return all;
    }

    public static List<What> whats(Network network) {
        var whats = new ArrayList<What>();
        network.links().forEach(link -> whats.add(new What.OneLink(link)));
        network.nodes().forEach(node -> whats.add(new What.OneNode(node)));
        network.groups().forEach(group -> whats.add(new What.OneGroup(group)));
        return whats;
    }

    private static List<Node> cutOff(Graph graph, Network network, List<Node> offices, BitSet before, What what) {
        var down = what.nodesDown();
        var reached = graph.reached(down, what.linksDown(), network.centres());
        return offices.stream()
                .filter(office ->
                        before.get(office.index()) && !reached.get(office.index()) && !down.get(office.index()))
                .toList();
    }

    /** What is to be expected in a year: how often, times how long, times how many offices. */
    public double officeHoursPerYear() {
        return what.rate().downHoursPerYear() * cutOff.size();
    }
}
