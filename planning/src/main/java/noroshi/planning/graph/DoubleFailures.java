package noroshi.planning.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * How many nodes lose every way to the roots when two links fail at once, for all pairs: one walk per link finds all bridges that its
 * failure makes, so m walks instead of m²/2. A link paired with itself is its failure alone.
 */
public final class DoubleFailures {

    public static final int LINKS_MAX = 20_000;

    /** @param cutOff nodes that lose every way to the roots, none of which did by one of the failures alone */
    public record Pair(int first, int second, int cutOff) {}

    private final Graph graph;
    private final int[] roots;
    /** Row by row below the diagonal, and the diagonal. */
    private final int[] cutOff;

    private DoubleFailures(Graph graph, int[] roots) {
        this.graph = graph;
        this.roots = roots;
        cutOff = new int[Math.toIntExact((long) graph.links() * (graph.links() + 1) / 2)];
    }

    /** @param roots at least one; a node that never had a way to a root is not counted */
    public static DoubleFailures of(Graph graph, int... roots) {
        if (graph.links() > LINKS_MAX)
            throw new IllegalArgumentException(
                    "%d links; pairs are searched up to %d".formatted(graph.links(), LINKS_MAX));
        var found = new DoubleFailures(graph, roots.clone());
        var descent = new Descent(graph.merged(roots), roots[0]);
        int all = descent.without(-1, (bridge, below) -> {});
        var after = new int[graph.links()];
        for (int link = 0; link < graph.links(); link++) {
            java.util.Arrays.fill(after, 0);
            int lost = all - descent.without(link, (bridge, below) -> after[bridge] = below);
            found.cutOff[place(link, link)] = lost;
            // The other half of the pairs is found from the other link.
            for (int other = 0; other < link; other++) found.cutOff[place(link, other)] = lost + after[other];
        }
        return found;
    }

    private static int place(int a, int b) {
        int high = Math.max(a, b);
        return Math.toIntExact((long) high * (high + 1) / 2 + Math.min(a, b));
    }

    public int cutOff(int a, int b) {
        return cutOff[place(a, b)];
    }

    public int cutOff(int link) {
        return cutOff(link, link);
    }

    /** The nodes themselves. */
    public BitSet nodes(int a, int b) {
        var none = new BitSet();
        var down = new BitSet();
        down.set(a);
        down.set(b);
        var cut = graph.reached(none, none, roots);
        cut.andNot(graph.reached(none, down, roots));
        return cut;
    }

    /** Pairs that cut what neither failure cuts alone. Only links that are no bridge can: what a bridge leaves is as it was. */
    public List<Pair> pairs() {
        var pairs = new ArrayList<Pair>();
        for (int first = 0; first < graph.links(); first++)
            for (int second = first + 1; second < graph.links() && cutOff(first) == 0; second++)
                if (cutOff(second) == 0 && cutOff(first, second) > 0)
                    pairs.add(new Pair(first, second, cutOff(first, second)));
        return pairs;
    }
}
