package noroshi.planning.graph;

import static noroshi.planning.graph.RandomGraphs.set;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class DoubleFailuresTest {

    @Test
    void everyPairCutsWhatASearchWithoutBothFinds() {
        RandomGraphs.forAll(1000, 9, 14, (graph, random) -> {
            var roots = random.nextBoolean() || graph.nodes() < 3 ? new int[] {0} : new int[] {0, graph.nodes() - 1};
            var found = DoubleFailures.of(graph, roots);
            for (int a = 0; a < graph.links(); a++)
                for (int b = a; b < graph.links(); b++) {
                    var cut = naive(graph, roots, a, b);
                    assertThat(found.cutOff(a, b)).isEqualTo(cut.cardinality());
                    assertThat(found.cutOff(b, a)).isEqualTo(cut.cardinality());
                    assertThat(found.nodes(a, b)).isEqualTo(cut);
                }
        });
    }

    @Test
    void onlyPairsThatCutMoreThanEitherAloneAreNamed() {
        // A ring of four with a tail: the tail's link is a bridge, any two of the ring cut.
        var graph = Graph.of(5, new int[] {0, 1, 2, 3, 2}, new int[] {1, 2, 3, 0, 4});

        var pairs = DoubleFailures.of(graph, 0).pairs();

        assertThat(pairs).hasSize(6).allMatch(pair -> pair.first() != 4 && pair.second() != 4);
        assertThat(pairs).contains(new DoubleFailures.Pair(0, 3, 4));
    }

    private static BitSet naive(Graph graph, int[] roots, int a, int b) {
        var none = new BitSet();
        var cut = graph.reached(none, none, roots);
        cut.andNot(graph.reached(none, set(a, b), roots));
        return cut;
    }
}
