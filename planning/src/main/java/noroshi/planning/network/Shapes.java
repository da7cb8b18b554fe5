package noroshi.planning.network;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** Places as the geometry library wants them: x is the longitude, y the latitude, in degrees. */
public final class Shapes {

    private Shapes() {}

    public static Coordinate point(Place place) {
        return new Coordinate(place.longitude(), place.latitude());
    }

    /** Closed where it is open. */
    public static Polygon polygon(GeometryFactory geometry, List<Place> outline) {
        var ring = new ArrayList<>(outline.stream().map(Shapes::point).toList());
        if (!ring.getFirst().equals2D(ring.getLast())) ring.add(ring.getFirst());
        // Three points of which two are the same are no ring, but a line there and back, which is not valid either.
        while (ring.size() < 4) ring.add(ring.getFirst());
        return geometry.createPolygon(ring.toArray(Coordinate[]::new));
    }
}
