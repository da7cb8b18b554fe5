package noroshi.planning.graph;

/**
 * An estimate of a probability.
 *
 * @param low  with at least 95 % certainty the truth is not below
 * @param high with at least 95 % certainty the truth is not above
 */
public record Sampled(double estimate, double low, double high, long samples) {

    public boolean covers(double truth) {
        return low <= truth && truth <= high;
    }
}
