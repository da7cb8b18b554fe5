package noroshi.planning.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AugmentationTest {

    @Test
    void afterItNoLinkIsABridge() {
        RandomGraphs.forAll(1000, 20, 22, (graph, random) -> {
            var augmented = with(graph, Augmentation.fewest(graph));
            assertThat(WeakPoints.of(augmented).components()).isEqualTo(1);
            assertThat(WeakPoints.of(augmented).bridges()).isEmpty();
        });
    }

    @Test
    void fewerLinksDoNotDo() {
        RandomGraphs.forAll(100, 5, 6, (graph, random) -> {
            int few = Augmentation.fewest(graph).size();
            if (few > 0)
                assertThat(canDoWith(graph, few - 1, new ArrayList<>())).isFalse();
        });
    }

    private static boolean canDoWith(Graph graph, int links, List<int[]> added) {
        if (links == 0) {
            var weak = WeakPoints.of(with(graph, added));
            return weak.components() == 1 && weak.bridges().length == 0;
        }
        for (int a = 0; a < graph.nodes(); a++)
            for (int b = a + 1; b < graph.nodes(); b++) {
                added.add(new int[] {a, b});
                boolean can = canDoWith(graph, links - 1, added);
                added.removeLast();
                if (can) return true;
            }
        return false;
    }

    private static Graph with(Graph graph, List<int[]> links) {
        return graph.with(
                links.stream().mapToInt(link -> link[0]).toArray(),
                links.stream().mapToInt(link -> link[1]).toArray());
    }
}
