package noroshi.planning.graph;

import static noroshi.planning.graph.RandomGraphs.components;
import static noroshi.planning.graph.RandomGraphs.set;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CutsTest {

    private static final BitSet NONE = new BitSet();

    @Test
    void theMinimumCutIsTheCheapestOfAllSides() {
        RandomGraphs.forAll(600, 8, 16, (graph, random) -> {
            if (graph.nodes() < 2) return;
            var weights = IntStream.range(0, graph.links())
                    .mapToLong(link -> random.nextInt(20))
                    .toArray();
            var tree = CutTree.of(graph, weights);
            for (int a = 0; a < graph.nodes(); a++)
                for (int b = 0; b < graph.nodes(); b++) {
                    if (a == b) continue;
                    long least = cheapestSide(graph, weights, a, b);
                    var cut = MinimumCut.between(graph, weights, a, b);
                    assertThat(cut.weight()).isEqualTo(least);
                    assertThat(tree.between(a, b)).isEqualTo(least);
                    assertThat(IntStream.of(cut.links())
                                    .mapToLong(link -> weights[link])
                                    .sum())
                            .isEqualTo(least);
                    assertThat(graph.reached(NONE, set(cut.links()), a).get(b)).isFalse();
                }
        });
    }

    private static long cheapestSide(Graph graph, long[] weights, int a, int b) {
        long least = Long.MAX_VALUE;
        for (int side = 0; side < 1 << graph.nodes(); side++) {
            if ((side >> a & 1) == 0 || (side >> b & 1) == 1) continue;
            long weight = 0;
            for (int link = 0; link < graph.links(); link++)
                if ((side >> graph.from(link) & 1) != (side >> graph.to(link) & 1)) weight += weights[link];
            least = Math.min(least, weight);
        }
        return least;
    }

    @Test
    void linkConnectivityIsTheFewestLinksThatPart() {
        RandomGraphs.forAll(600, 6, 11, (graph, random) -> {
            if (graph.nodes() < 2) return;
            int fewest = IntStream.range(0, 1 << graph.links())
                    .filter(down -> components(graph, NONE, bits(down)) > 1)
                    .map(Integer::bitCount)
                    .min()
                    .orElseThrow();
            assertThat(Connectivity.links(graph)).isEqualTo(fewest);
        });
    }

    @Test
    void nodeConnectivityIsTheFewestNodesThatPart() {
        RandomGraphs.forAll(1000, 8, 24, (graph, random) -> {
            if (graph.nodes() < 2) return;
            int fewest = IntStream.range(0, 1 << graph.nodes())
                    .filter(down -> components(graph, bits(down), NONE) > 1)
                    .map(Integer::bitCount)
                    .min()
                    .orElse(graph.nodes() - 1);
            assertThat(Connectivity.nodes(graph)).isEqualTo(fewest);
        });
    }

    private static BitSet bits(int number) {
        return BitSet.valueOf(new long[] {number});
    }
}
