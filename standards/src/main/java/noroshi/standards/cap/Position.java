package noroshi.standards.cap;

/** WGS 84, in degrees. */
public record Position(double latitude, double longitude) {
    public Position {
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException(
                    "Position %s,%s lies outside the earth. Maybe latitude and longitude are swapped."
                            .formatted(latitude, longitude));
        }
    }
}
