package noroshi.planning.network;

import java.util.Set;

/**
 * A link that could be built.
 *
 * @param link     as it would be; its index is one after the last existing link
 * @param buildYen once; what it costs every month stands in the link
 * @param groups   the ids of the risk groups it would share
 */
public record Candidate(Link link, long buildYen, Set<String> groups) {

    private static final int YEARS = 10;

    public Candidate {
        groups = Set.copyOf(groups);
    }

    /** Over ten years, so that a rented line and a built one can be compared. */
    public long yen() {
        return buildYen + link.monthlyYen() * 12 * YEARS;
    }
}
