package noroshi.planning.continuity;

/**
 * What the plan promises; infinite: nothing.
 *
 * @param rtoHours until it works again (recovery time objective)
 * @param rpoHours how much of the newest data may be lost (recovery point objective)
 */
public record Promise(double rtoHours, double rpoHours) {

    public static final Promise NONE = new Promise(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
}
