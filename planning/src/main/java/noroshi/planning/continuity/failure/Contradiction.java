package noroshi.planning.continuity.failure;

/**
 * A promise that cannot be kept.
 *
 * @param part     that promises
 * @param because  the part that is to blame; for what a scenario shows the part itself
 * @param promised hours
 * @param found    hours; infinite: never, or all data
 */
public record Contradiction(Kind kind, String part, String because, double promised, double found) {

    public enum Kind {
        /** What it needs is promised later than itself. */
        RTO_ON_PAPER,
        /** Its data is copied less often than promised. */
        RPO_ON_PAPER,
        RTO_IN_SCENARIO,
        RPO_IN_SCENARIO
    }
}
