package noroshi.planning.network;

/** A point on the earth, in degrees. */
public record Place(double longitude, double latitude) {

    /** Somewhere: an imported network often does not say where a node is. */
    public static final Place UNKNOWN = new Place(Double.NaN, Double.NaN);

    private static final double EARTH_KILOMETRES = 6371.0088;

    public boolean isKnown() {
        return !Double.isNaN(longitude) && !Double.isNaN(latitude);
    }

    /** Along the great circle. */
    public double kilometresTo(Place other) {
        double half = Math.sin(Math.toRadians(other.latitude - latitude) / 2);
        double across = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
        double chord = half * half
                + across * across * Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(other.latitude));
        return 2 * EARTH_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(chord)));
    }
}
