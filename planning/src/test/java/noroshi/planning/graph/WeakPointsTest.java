package noroshi.planning.graph;

import static noroshi.planning.graph.RandomGraphs.components;
import static noroshi.planning.graph.RandomGraphs.set;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WeakPointsTest {

    private static final BitSet NONE = new BitSet();

    @Test
    void bridgesAndCutNodesAreWhatTakingEachAwayShows() {
        RandomGraphs.forAll(2000, 12, 18, (graph, random) -> {
            var found = WeakPoints.of(graph);
            int components = components(graph, NONE, NONE);

            assertThat(found.components()).isEqualTo(components);
            assertThat(found.bridges())
                    .containsExactly(IntStream.range(0, graph.links())
                            .filter(link -> components(graph, NONE, set(link)) > components)
                            .toArray());
            assertThat(found.cutNodes())
                    .containsExactly(IntStream.range(0, graph.nodes())
                            .filter(node -> components(graph, set(node), NONE) > components)
                            .toArray());
        });
    }

    @Test
    void aParallelLinkMakesItNoBridge() {
        var graph = Graph.of(3, new int[] {0, 0, 1}, new int[] {1, 1, 2});

        assertThat(WeakPoints.of(graph).bridges()).containsExactly(2);
        assertThat(WeakPoints.of(graph).cutNodes()).containsExactly(1);
    }

    @Test
    void aLongChainNeedsNoDeepStack() {
        int nodes = 500_000;
        var graph = Graph.of(
                nodes,
                IntStream.range(0, nodes - 1).toArray(),
                IntStream.range(1, nodes).toArray());

        assertThat(WeakPoints.of(graph).bridges()).hasSize(nodes - 1);
        assertThat(WeakPoints.of(graph).cutNodes()).hasSize(nodes - 2);
    }
}
