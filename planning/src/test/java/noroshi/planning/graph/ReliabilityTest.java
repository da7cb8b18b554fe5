package noroshi.planning.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;
import noroshi.planning.search.Effort;
import org.junit.jupiter.api.Test;

class ReliabilityTest {

    @Test
    void itEqualsTheSumOverAllStates() {
        RandomGraphs.forAll(250, 7, 10, (graph, random) -> {
            var chances = chances(graph, random, random.nextBoolean());
            var terminals = terminals(graph, random);
            assertThat(TerminalReliability.of(graph, chances, terminals, Effort.whatItTakes())
                            .orElseThrow())
                    .isCloseTo(naive(graph, chances, terminals), within(1e-12));
        });
    }

    @Test
    void twentyLinksEqualAllMillionStates() {
        for (int seed = 0; seed < 1; seed++) {
            var random = new Random(seed);
            var graph = RandomGraphs.graph(random, 9, 20);
            var chances = chances(graph, random, false);
            var terminals = RandomGraphs.set(0, 4, 8);
            assertThat(TerminalReliability.of(graph, chances, terminals, Effort.whatItTakes())
                            .orElseThrow())
                    .isCloseTo(naive(graph, chances, terminals), within(1e-12));
        }
    }

    @Test
    void aLadderOfTwelveHundredLinksIsExactToo() {
        int rungs = 400;
        var from = new int[3 * rungs];
        var to = new int[3 * rungs];
        for (int i = 0; i < rungs; i++) {
            from[3 * i] = 2 * i;
            to[3 * i] = 2 * i + 1;
            from[3 * i + 1] = 2 * i;
            to[3 * i + 1] = 2 * i + 2;
            from[3 * i + 2] = 2 * i + 1;
            to[3 * i + 2] = 2 * i + 3;
        }
        var graph = Graph.of(2 * rungs + 2, from, to);
        var up = new double[graph.links()];
        java.util.Arrays.fill(up, 0.9999);

        double found = TerminalReliability.of(
                        graph, Chances.ofLinks(up, graph.nodes()), 0, 2 * rungs - 1, Effort.whatItTakes())
                .orElseThrow();

        assertThat(found).isBetween(0.9999, 1.0);
    }

    @Test
    void theSampledIntervalCoversTheTruthMoreOftenThanItMust() {
        var random = new Random(5);
        var graph = RandomGraphs.graph(random, 8, 14);
        var chances = chances(graph, random, true);
        var terminals = RandomGraphs.set(0, 3, 7);
        double truth = naive(graph, chances, terminals);
        long covered = IntStream.range(0, 100)
                .filter(seed -> SampledReliability.of(
                                graph, chances, terminals, 1000, new Random(seed), Effort.whatItTakes())
                        .covers(truth))
                .count();
        assertThat(covered).isGreaterThanOrEqualTo(93);
    }

    @Test
    void samplesOfAFewElementsAreRightOnAverage() {
        RandomGraphs.forAll(40, 6, 8, (graph, random) -> {
            var chances = chances(graph, random, true);
            var terminals = terminals(graph, random);
            var sampled = SampledReliability.of(graph, chances, terminals, 4000, new Random(1), Effort.whatItTakes());
            assertThat(sampled.estimate()).isCloseTo(naive(graph, chances, terminals), within(0.04));
            assertThat(sampled.low()).isLessThanOrEqualTo(sampled.estimate());
            assertThat(sampled.high()).isGreaterThanOrEqualTo(sampled.estimate());
        });
    }

    @Test
    void theIntervalOfAProportionIsTheOneOfTheTables() {
        assertThat(ClopperPearson.low(8, 10, 0.025)).isCloseTo(0.4439, within(1e-4));
        assertThat(ClopperPearson.high(8, 10, 0.025)).isCloseTo(0.9748, within(1e-4));
        assertThat(ClopperPearson.low(0, 50, 0.025)).isZero();
        assertThat(ClopperPearson.high(0, 50, 0.025)).isCloseTo(0.0711, within(1e-4));
        assertThat(ClopperPearson.low(50, 50, 0.025)).isCloseTo(1 - 0.0711, within(1e-4));
        assertThat(ClopperPearson.high(50_000, 100_000, 0.025)).isCloseTo(0.5031, within(1e-4));
    }

    private static Chances chances(Graph graph, Random random, boolean nodesFail) {
        return new Chances(
                IntStream.range(0, graph.links())
                        .mapToDouble(link -> random.nextDouble())
                        .toArray(),
                IntStream.range(0, graph.nodes())
                        .mapToDouble(node -> nodesFail ? random.nextDouble() : 1)
                        .toArray());
    }

    private static BitSet terminals(Graph graph, Random random) {
        var terminals = RandomGraphs.set(0);
        for (int node = 1; node < graph.nodes(); node++) if (random.nextInt(3) == 0) terminals.set(node);
        return terminals;
    }

    /** All states of links and of nodes that may fail. */
    private static double naive(Graph graph, Chances chances, BitSet terminals) {
        int links = graph.links();
        boolean nodesFail = IntStream.range(0, graph.nodes()).anyMatch(node -> chances.node()[node] < 1);
        int elements = links + (nodesFail ? graph.nodes() : 0);
        double sum = 0;
        for (long state = 0; state < 1L << elements; state++) {
            var down = BitSet.valueOf(new long[] {state});
            double weight = 1;
            for (int i = 0; i < elements; i++) {
                double up = i < links ? chances.link()[i] : chances.node()[i - links];
                weight *= down.get(i) ? 1 - up : up;
            }
            var nodesDown = nodesFail ? down.get(links, elements) : new BitSet();
            if (weight > 0 && isJoined(graph, nodesDown, down.get(0, links), terminals)) sum += weight;
        }
        return sum;
    }

    private static boolean isJoined(Graph graph, BitSet nodesDown, BitSet linksDown, BitSet terminals) {
        if (nodesDown.intersects(terminals)) return false;
        var rest = (BitSet) terminals.clone();
        rest.andNot(graph.reached(nodesDown, linksDown, terminals.nextSetBit(0)));
        return rest.isEmpty();
    }
}
