package noroshi.planning.graph;

import java.util.Arrays;

/**
 * How likely each link and each node works, independently of the others.
 *
 * @param link by number, 0 to 1
 * @param node by number, 0 to 1
 */
public record Chances(double[] link, double[] node) {

    public Chances {
        for (double chance : link) require(chance);
        for (double chance : node) require(chance);
    }

    /** Nodes that never fail. */
    public static Chances ofLinks(double[] link, int nodes) {
        var sure = new double[nodes];
        Arrays.fill(sure, 1);
        return new Chances(link, sure);
    }

    private static void require(double chance) {
        if (!(chance >= 0 && chance <= 1)) throw new IllegalArgumentException("a chance is 0 to 1, not " + chance);
    }
}
