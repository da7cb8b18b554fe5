package noroshi.standards.cap;

/** @param radiusKilometres 0: the point alone */
public record Circle(Position centre, double radiusKilometres) {
    public Circle {
        if (!(radiusKilometres >= 0 && radiusKilometres <= 20_100)) {
            throw new IllegalArgumentException(
                    "radius %s km. Maybe it is given in metres.".formatted(radiusKilometres));
        }
    }
}
