package noroshi.standards.cap;

import java.util.List;

/** A closed ring: CAP 1.2 §3.2.4 wants at least four positions, the last like the first. */
public record Polygon(List<Position> ring) {
    static final int POSITIONS_MIN = 4;

    public Polygon {
        ring = List.copyOf(ring);
        if (ring.size() < POSITIONS_MIN || !ring.getFirst().equals(ring.getLast())) {
            throw new IllegalArgumentException(
                    "A ring of %d positions that is not closed or too short. Maybe repeat the first position at the end."
                            .formatted(ring.size()));
        }
    }
}
