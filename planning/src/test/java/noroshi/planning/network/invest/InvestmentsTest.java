package noroshi.planning.network.invest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Random;
import java.util.stream.IntStream;
import noroshi.planning.graph.CheapestAugmentation;
import noroshi.planning.graph.Graph;
import noroshi.planning.graph.WeakPoints;
import noroshi.planning.network.NetworkFile;
import noroshi.planning.search.Effort;
import org.junit.jupiter.api.Test;

class InvestmentsTest {

    private static final noroshi.planning.network.Network STAR = NetworkFile.json("""
            {"buildings":[{"id":"hall","role":"centre"},{"id":"a"},{"id":"b"},{"id":"c"}],
             "links":[{"id":"ha","from":"hall","to":"a","capacityMbps":1,"failuresPerYear":1,"repairHours":10},
                      {"id":"hb","from":"hall","to":"b","capacityMbps":1,"failuresPerYear":1,"repairHours":10},
                      {"id":"bc","from":"b","to":"c","capacityMbps":1,"failuresPerYear":1,"repairHours":10}],
             "scenarios":[{"id":"s","links":["ha"],"hours":1000,"perYear":0.01},{"id":"never","links":["hb"],"hours":1000}],
             "budgetYen":3000000,
             "candidates":[{"id":"ac","from":"a","to":"c","capacityMbps":1,"buildYen":2000000,"failuresPerYear":1,"repairHours":10},
                           {"id":"ab","from":"a","to":"b","capacityMbps":1,"buildYen":1000000,"failuresPerYear":1,"repairHours":10},
                           {"id":"hc","from":"hall","to":"c","capacityMbps":1,"buildYen":9000000}]}""");

    @Test
    void whatSavesMostPerYenComesFirst() {
        var found = Investments.of(STAR, Effort.whatItTakes());

        // Failures: a 10 h, b and c 20 h, c 10 h; scenario: 0.01 × 1000 h.
        assertThat(found.hoursPerYear()).isCloseTo(50, within(1e-9));
        assertThat(found.ranked())
                .extracting(gain -> gain.candidate().link().id())
                .containsExactly("ab", "ac", "hc");
        assertThat(found.ranked().get(0).savedPerYear()).isCloseTo(40, within(1e-9));
        assertThat(found.ranked().get(1).savedPerYear()).isCloseTo(50, within(1e-9));
        assertThat(found.sequence())
                .extracting(gain -> gain.candidate().link().id())
                .containsExactly("ab", "ac");
        assertThat(found.saved()).isCloseTo(50, within(1e-9));
        assertThat(found.yen()).isEqualTo(3_000_000);
    }

    @Test
    void ringsLeaveNoBridge() {
        var rings = Rings.of(STAR, Effort.whatItTakes());

        assertThat(rings.fewest()).hasSize(1);
        assertThat(rings.cheapest())
                .extracting(candidate -> candidate.link().id())
                .containsExactly("ac");
        assertThat(rings.yen()).isEqualTo(2_000_000).isEqualTo(rings.bound());
        assertThat(rings.left()).isEmpty();
    }

    @Test
    void theCheapestChoiceIsTheCheapestOfAll() {
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            int nodes = 2 + random.nextInt(8);
            // A tree, so that every link is a bridge.
            var graph = Graph.of(
                    nodes,
                    IntStream.range(1, nodes).toArray(),
                    IntStream.range(1, nodes).map(random::nextInt).toArray());
            int count = random.nextInt(9);
            var from = random.ints(count, 0, nodes).toArray();
            var to = random.ints(count, 0, nodes).toArray();
            var costs = random.longs(count, 1, 50).toArray();

            var found = CheapestAugmentation.of(graph, from, to, costs, Effort.whatItTakes());

            int left = bridges(graph, from, to, (1 << count) - 1);
            long cheapest = IntStream.range(0, 1 << count)
                    .filter(chosen -> bridges(graph, from, to, chosen) == left)
                    .mapToLong(chosen -> IntStream.range(0, count)
                            .filter(link -> (chosen >> link & 1) != 0)
                            .mapToLong(link -> costs[link])
                            .sum())
                    .min()
                    .orElseThrow();
            assertThat(found.cost()).as("seed %d", seed).isEqualTo(cheapest).isEqualTo(found.bound());
            assertThat(found.left()).hasSize(left);
        }
    }

    private static int bridges(Graph graph, int[] from, int[] to, int chosen) {
        var links = new ArrayList<Integer>();
        for (int link = 0; link < from.length; link++) if ((chosen >> link & 1) != 0) links.add(link);
        return WeakPoints.of(graph.with(
                        links.stream().mapToInt(link -> from[link]).toArray(),
                        links.stream().mapToInt(link -> to[link]).toArray()))
                .bridges()
                .length;
    }
}
