package noroshi.standards.opendata;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A point on the ground in degrees (WGS 84 or JGD 2011: they differ by less than a shelter's yard), at most seven decimals. */
public record Position(BigDecimal latitude, BigDecimal longitude) {

    private static final int DECIMALS = 7;
    private static final double EARTH_RADIUS_KM = 6371;

    public Position {
        latitude = tidy(latitude);
        longitude = tidy(longitude);
        if (!isInJapan(latitude.doubleValue(), longitude.doubleValue()))
            throw new IllegalArgumentException("%s, %s is not in Japan.".formatted(latitude, longitude));
    }

    private static BigDecimal tidy(BigDecimal degrees) {
        var tidied = degrees.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return tidied.scale() < 0 ? tidied.setScale(0) : tidied;
    }

    /** Okinotorishima to Etorofu, Yonaguni to Minamitorishima. */
    static boolean isInJapan(double latitude, double longitude) {
        return latitude > 20 && latitude < 46 && longitude > 122 && longitude < 154;
    }

    /** Along a great circle. */
    public double kilometresTo(Position other) {
        double a = Math.toRadians(latitude.doubleValue());
        double b = Math.toRadians(other.latitude.doubleValue());
        double height = Math.sin((b - a) / 2);
        double width = Math.sin(Math.toRadians(other.longitude.doubleValue() - longitude.doubleValue()) / 2);
        double chord = height * height + Math.cos(a) * Math.cos(b) * width * width;
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
    }
}
