package noroshi.planning.continuity;

import java.util.List;

/**
 * What brings a damaged part back.
 *
 * @param hours        of work once everything it needs works and it can be reached; infinite: nobody knows how
 * @param uses         resources that it takes meanwhile
 */
public record Repair(double hours, List<Use> uses) {

    public static final Repair UNKNOWN = new Repair(Double.POSITIVE_INFINITY, List.of());

    public Repair {
        uses = List.copyOf(uses);
    }

    public boolean isPossible() {
        return hours < Double.POSITIVE_INFINITY;
    }
}
