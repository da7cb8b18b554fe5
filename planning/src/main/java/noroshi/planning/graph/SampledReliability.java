package noroshi.planning.graph;

import java.util.BitSet;
import java.util.random.RandomGenerator;
import noroshi.planning.search.Effort;

/**
 * How likely it is that all terminals are joined, by trying. No failure and every single failure are counted exactly; only what happens
 * when two or more things fail is sampled, so that a good network needs few samples. How many fail is drawn evenly over its distribution,
 * which makes the true error smaller than the interval says, never larger.
 */
public final class SampledReliability {

    private static final int ELEMENTS_MAX = 20_000;
    /** More failures at once than this have a chance below 1e-15 or are drawn as this many or more. */
    private static final int FAILURES_MAX = 400;

    private final Graph graph;
    private final BitSet terminals;
    private final double[] down;
    /** Row i, column k: how likely exactly k of the elements from i on fail; the last column: so many or more. */
    private final double[][] exactly;

    private final int columns;

    private SampledReliability(Graph graph, Chances chances, BitSet terminals) {
        this.graph = graph;
        this.terminals = terminals;
        int elements = graph.links() + graph.nodes();
        if (elements > ELEMENTS_MAX)
            throw new IllegalArgumentException("%d links and nodes; at most %d".formatted(elements, ELEMENTS_MAX));
        down = new double[elements];
        for (int link = 0; link < graph.links(); link++) down[link] = 1 - chances.link()[link];
        for (int node = 0; node < graph.nodes(); node++) down[graph.links() + node] = 1 - chances.node()[node];
        columns = Math.min(elements, FAILURES_MAX) + 1;
        exactly = table();
    }

    /** @param samples stops earlier when the effort ends, but never below 100 */
    public static Sampled of(
            Graph graph, Chances chances, BitSet terminals, long samples, RandomGenerator random, Effort effort) {
        return new SampledReliability(graph, chances, terminals).run(samples, random, effort);
    }

    private double[][] table() {
        var table = new double[down.length + 1][columns];
        table[down.length][0] = 1;
        for (int i = down.length - 1; i >= 0; i--)
            for (int k = 0; k < columns; k++) {
                double failed = k == 0 ? 0 : table[i + 1][k - 1];
                if (k == columns - 1) failed += table[i + 1][k];
                table[i][k] = (1 - down[i]) * table[i + 1][k] + down[i] * failed;
            }
        return table;
    }

    private Sampled run(long samples, RandomGenerator random, Effort effort) {
        double exact = exactly[0][0] * one(isJoined(new BitSet())) + single();
        double rest = 0;
        for (int k = 2; k < columns; k++) rest += exactly[0][k];
        if (rest == 0) return new Sampled(exact, exact, exact, 0);
        long hits = 0;
        long tried = 0;
        for (; tried < samples && (tried < 100 || !effort.isOver()); tried++)
            // The golden ratio's multiples fill 0 to 1 evenly, however many are drawn.
            if (isJoined(drawn(count(rest, fraction(tried * 0.6180339887498949, random)), random))) hits++;
        double share = (double) hits / tried;
        return new Sampled(
                Math.min(1, exact + rest * share),
                Math.min(1, exact + rest * ClopperPearson.low(hits, tried, ClopperPearson.TAIL)),
                Math.min(1, exact + rest * ClopperPearson.high(hits, tried, ClopperPearson.TAIL)),
                tried);
    }

    private double start = Double.NaN;

    private double fraction(double at, RandomGenerator random) {
        if (Double.isNaN(start)) start = random.nextDouble();
        double value = at + start;
        return value - Math.floor(value);
    }

    /** How many fail, given that two or more do. */
    private int count(double rest, double quantile) {
        double left = quantile * rest;
        for (int k = 2; k < columns - 1; k++) {
            left -= exactly[0][k];
            if (left < 0) return k;
        }
        return columns - 1;
    }

    /** Which ones fail, given how many: element by element, by what is left for the later ones. */
    private BitSet drawn(int count, RandomGenerator random) {
        var failed = new BitSet();
        int left = count;
        for (int i = 0; i < down.length && left > 0; i++) {
            double chance = down[i] * exactly[i + 1][left - 1] / exactly[i][left];
            boolean orMore = left == columns - 1;
            if (orMore) chance = down[i] * (exactly[i + 1][left - 1] + exactly[i + 1][left]) / exactly[i][left];
            if (random.nextDouble() >= chance) continue;
            failed.set(i);
            if (!orMore
                    || random.nextDouble() * (exactly[i + 1][left - 1] + exactly[i + 1][left])
                            < exactly[i + 1][left - 1]) left--;
        }
        return failed;
    }

    private double single() {
        double sum = 0;
        double before = 1;
        var failed = new BitSet();
        for (int i = 0; i < down.length; i++) {
            if (down[i] > 0) {
                failed.set(i);
                if (isJoined(failed)) sum += before * down[i] * exactly[i + 1][0];
                failed.clear(i);
            }
            before *= 1 - down[i];
        }
        return sum;
    }

    private boolean isJoined(BitSet failed) {
        var nodesDown = failed.get(graph.links(), graph.links() + graph.nodes());
        if (nodesDown.intersects(terminals)) return false;
        var rest = (BitSet) terminals.clone();
        rest.andNot(graph.reached(nodesDown, failed, terminals.nextSetBit(0)));
        return rest.isEmpty();
    }

    private static double one(boolean truth) {
        return truth ? 1 : 0;
    }
}
