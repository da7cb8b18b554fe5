package noroshi.planning.continuity;

/**
 * How a power supply behaves when the grid is cut.
 *
 * @param hours how long a generator or battery lasts; infinite for the others
 */
public record Power(Source source, double hours) {

    /** NONE: the part is no power supply. MOBILE: comes only after the event and must be set up; then it stays. */
    public enum Source {
        NONE,
        GRID,
        GENERATOR,
        BATTERY,
        MOBILE
    }

    public static final Power NONE = new Power(Source.NONE, Double.POSITIVE_INFINITY);
}
