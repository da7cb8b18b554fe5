package noroshi.planning.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import noroshi.planning.graph.ConcurrentFlow.Demand;
import noroshi.planning.search.Effort;
import org.junit.jupiter.api.Test;

class ConcurrentFlowTest {

    private static final double GAP = ConcurrentFlow.GAP;

    @Test
    void oneDemandIsTheMaximumFlow() {
        RandomGraphs.forAll(100, 8, 16, (graph, random) -> {
            if (graph.nodes() < 2) return;
            var weights = IntStream.range(0, graph.links())
                    .mapToLong(link -> 1 + random.nextInt(20))
                    .toArray();
            var arcs = Arcs.duplex(
                    graph,
                    IntStream.range(0, graph.links())
                            .mapToDouble(link -> weights[link])
                            .toArray());
            int sink = graph.nodes() - 1;
            double most = MinimumCut.between(graph, weights, 0, sink).weight();

            var found = ConcurrentFlow.most(arcs, List.of(new Demand(0, sink, 2.5)), GAP, Effort.whatItTakes());

            assertThat(found.factor()).isLessThanOrEqualTo(most / 2.5 + 1e-9);
            assertThat(found.bound()).isGreaterThanOrEqualTo(most / 2.5 - 1e-9);
            assertThat(found.gap()).isLessThanOrEqualTo(GAP);
        });
    }

    @Test
    void theGapIsClosedAndTheFlowFits() {
        RandomGraphs.forAll(60, 12, 40, (graph, random) -> {
            var arcs = Arcs.duplex(
                    graph,
                    IntStream.range(0, graph.links())
                            .mapToDouble(link -> 1 + 99 * random.nextDouble())
                            .toArray());
            var demands = demands(graph, random);
            var found = ConcurrentFlow.most(arcs, demands, GAP, Effort.whatItTakes());
            if (demands.isEmpty() || found.bound() == 0) return;
            assertThat(found.gap()).isLessThanOrEqualTo(GAP);
            for (int arc = 0; arc < arcs.count(); arc++)
                assertThat(found.flow()[arc]).isLessThanOrEqualTo(arcs.capacity()[arc] * (1 + 1e-9));
            for (int node = 0; node < graph.nodes(); node++)
                assertThat(net(arcs, found.flow(), node)).isCloseTo(found.factor() * net(demands, node), within(1e-6));
        });
    }

    @Test
    void twoDemandsShareWhatTheyMustAndNoMore() {
        // 0 and 1 both pass the arc 2-3 of capacity 10; 1 has a way of its own of capacity 2 besides.
        var graph = Graph.of(5, new int[] {0, 1, 2, 3, 1}, new int[] {2, 2, 3, 4, 4});
        var arcs = Arcs.duplex(graph, new double[] {100, 100, 10, 100, 2});

        var found = ConcurrentFlow.most(
                arcs, List.of(new Demand(0, 4, 1), new Demand(1, 4, 1)), 0.001, Effort.whatItTakes());

        assertThat(found.factor()).isCloseTo(6, within(0.006));
        assertThat(found.bound()).isBetween(6 - 1e-9, 6.006);
    }

    @Test
    void withoutAWayNothingFits() {
        var arcs = Arcs.duplex(Graph.of(3, new int[] {0}, new int[] {1}), new double[] {5});

        assertThat(ConcurrentFlow.most(arcs, List.of(new Demand(0, 2, 1)), GAP, Effort.whatItTakes())
                        .bound())
                .isZero();
    }

    private static List<Demand> demands(Graph graph, Random random) {
        var demands = new ArrayList<Demand>();
        for (int i = 0; i < 12; i++) {
            int from = random.nextInt(graph.nodes());
            int to = random.nextInt(graph.nodes());
            if (from != to) demands.add(new Demand(from, to, 0.1 + random.nextDouble() * 50));
        }
        return demands;
    }

    private static double net(Arcs arcs, double[] flow, int node) {
        double net = 0;
        for (int arc = 0; arc < arcs.count(); arc++) {
            if (arcs.from()[arc] == node) net += flow[arc];
            if (arcs.to()[arc] == node) net -= flow[arc];
        }
        return net;
    }

    private static double net(List<Demand> demands, int node) {
        double net = 0;
        for (var demand : demands) {
            if (demand.from() == node) net += demand.amount();
            if (demand.to() == node) net -= demand.amount();
        }
        return net;
    }
}
