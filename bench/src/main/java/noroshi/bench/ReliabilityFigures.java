package noroshi.bench;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import noroshi.planning.graph.Chances;
import noroshi.planning.graph.Graph;
import noroshi.planning.graph.SampledReliability;
import noroshi.planning.graph.TerminalReliability;
import noroshi.planning.search.Effort;

/** k-terminal reliability: exact beside all states, and how often the sampled interval covers the truth. */
final class ReliabilityFigures {

    private static final int LINKS_MAX = 20;
    private static final int NETWORKS = 20;
    private static final int RUNS = 100;
    private static final int SAMPLES = 2000;

    private final PlanningOptions options;
    private final Random random;

    ReliabilityFigures(PlanningOptions options) {
        this.options = options;
        random = new Random(options.seed());
    }

    private record Case(Graph graph, Chances chances, BitSet terminals) {}

    void print(List<ZooNetworks.Named> networks) {
        bruteForce(networks);
        coverage(networks);
        large(networks);
    }

    private void bruteForce(List<ZooNetworks.Named> networks) {
        var small = networks.stream()
                .map(ZooNetworks.Named::graph)
                .filter(graph -> graph.links() <= LINKS_MAX && graph.links() > 0)
                .toList();
        int count = options.all() ? small.size() : Math.min(options.sample(NETWORKS), small.size());
        double worst = 0;
        double exactMillis = 0;
        double naiveMillis = 0;
        for (int i = 0; i < count; i++) {
            // Spread over all sizes; the last ones have 20 links and a million states.
            var given = drawn(small.get(i * small.size() / count), 0, 1);
            long began = System.nanoTime();
            double exact = exact(given);
            exactMillis += NetworkBench.millis(began);
            began = System.nanoTime();
            worst = Math.max(worst, Math.abs(exact - allStates(given)));
            naiveMillis += NetworkBench.millis(began);
        }
        System.out.printf(
                "network: k-terminal reliability, %d networks of at most %d links: largest difference from all states %.1e (exact %.0f ms, all states %.0f ms)%n",
                count, LINKS_MAX, worst, exactMillis, naiveMillis);
    }

    private void coverage(List<ZooNetworks.Named> networks) {
        for (var name : List.of("Abilene", "Sinet", "BtEurope"))
            networks.stream().filter(network -> network.name().equals(name)).forEach(network -> {
                for (double low : new double[] {0.5, 0.95}) {
                    var given = drawn(network.graph(), low, 1);
                    double truth = exact(given);
                    int covered = 0;
                    double width = 0;
                    for (int run = 0; run < RUNS; run++) {
                        var found = SampledReliability.of(
                                given.graph,
                                given.chances,
                                given.terminals,
                                SAMPLES,
                                new Random(options.seed() + run),
                                Effort.whatItTakes());
                        if (found.covers(truth)) covered++;
                        width += (found.high() - found.low()) / RUNS;
                    }
                    System.out.printf(
                            "network: Monte Carlo, %s, links up with %.2f to 1: %d of %d intervals of 95 %% cover %.9f (mean width %.1e, %d samples)%n",
                            name, low, covered, RUNS, truth, width, SAMPLES);
                }
            });
    }

    private void large(List<ZooNetworks.Named> networks) {
        int exact = 0;
        long began = System.nanoTime();
        for (var network : networks) {
            var given = drawn(network.graph(), 0.99, 1);
            if (TerminalReliability.of(
                            given.graph, given.chances, given.terminals, Effort.of(java.time.Duration.ofSeconds(5)))
                    .isPresent()) exact++;
        }
        System.out.printf(
                "network: exact on %d of all %d networks, whatever their size, in %.1f s together; the others are sampled%n",
                exact, networks.size(), NetworkBench.millis(began) / 1000);
    }

    private static double exact(Case given) {
        return TerminalReliability.of(given.graph, given.chances, given.terminals, Effort.whatItTakes())
                .orElseThrow();
    }

    private Case drawn(Graph graph, double low, double high) {
        var link = random.doubles(graph.links(), low, high).toArray();
        var terminals = new BitSet();
        var none = new BitSet();
        var together = graph.reached(none, none, 0).stream().toArray();
        for (int i = 0; i < Math.min(3, together.length); i++) terminals.set(together[i * (together.length - 1) / 2]);
        return new Case(graph, Chances.ofLinks(link, graph.nodes()), terminals);
    }

    /** The sum over all 2^m states of the links. */
    private static double allStates(Case given) {
        var graph = given.graph;
        double sum = 0;
        var group = new int[graph.nodes()];
        for (int state = 0; state < 1 << graph.links(); state++) {
            double weight = 1;
            for (int node = 0; node < group.length; node++) group[node] = node;
            for (int link = 0; link < graph.links(); link++) {
                double up = given.chances.link()[link];
                boolean works = (state >> link & 1) != 0;
                weight *= works ? up : 1 - up;
                if (works) join(group, graph.from(link), graph.to(link));
            }
            int first = root(group, given.terminals.nextSetBit(0));
            if (given.terminals.stream().allMatch(terminal -> root(group, terminal) == first)) sum += weight;
        }
        return sum;
    }

    private static void join(int[] group, int a, int b) {
        group[root(group, a)] = root(group, b);
    }

    private static int root(int[] group, int node) {
        int at = node;
        while (group[at] != at) at = group[at];
        return at;
    }
}
