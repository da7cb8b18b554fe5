package noroshi.planning.network.failure;

import java.util.ArrayList;
import java.util.List;
import noroshi.planning.network.Building;
import noroshi.planning.network.Hazard;
import noroshi.planning.network.Link;
import noroshi.planning.network.Link.PathPoint;
import noroshi.planning.network.Place;
import noroshi.planning.network.Shapes;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** Hazards laid over buildings and links: water damages what stands lower than its surface inside its area. */
public final class HazardMap {

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private record Zone(Hazard hazard, double level, PreparedGeometry shape) {

        boolean contains(Place place) {
            return place.isKnown() && shape.covers(GEOMETRY.createPoint(Shapes.point(place)));
        }
    }

    private final List<Zone> zones = new ArrayList<>();

    public HazardMap(List<Hazard> hazards) {
        for (var hazard : hazards)
            for (var area : hazard.areas())
                zones.add(new Zone(
                        hazard,
                        area.level(),
                        PreparedGeometryFactory.prepare(Shapes.polygon(GEOMETRY, area.outline()))));
    }

    static boolean isInside(List<Place> outline, Place place) {
        return place.isKnown() && Shapes.polygon(GEOMETRY, outline).covers(GEOMETRY.createPoint(Shapes.point(place)));
    }

    public Damage damage(Building building) {
        var damage = Damage.NONE;
        for (var zone : zones)
            if (zone.contains(building.at()))
                damage = damage.and(
                        switch (zone.hazard().kind()) {
                            case WATER -> drowned(building, zone.level());
                            case SHAKING -> shaken(building, zone.level());
                        });
        return damage;
    }

    private static Damage drowned(Building building, double surface) {
        double depth = surface - building.elevationMetres();
        if (depth <= 0) return Damage.NONE;
        return new Damage(
                depth,
                depth > building.equipmentMetres(),
                depth > building.supply().generatorMetres());
    }

    private static Damage shaken(Building building, double intensity) {
        boolean fails = intensity >= building.withstands();
        return new Damage(0, fails, fails);
    }

    /** Whether water takes the poles or the duct away somewhere along the link. Shaking alone leaves them. */
    public boolean breaks(Link link) {
        var path = withElevations(link.path());
        for (var zone : zones) {
            double from = breaksFrom(link.carrier(), zone.hazard());
            if (Double.isInfinite(from)) continue;
            for (int i = 1; i < path.size(); i++)
                if (zone.level() - lowest(path.get(i - 1), path.get(i), zone) >= from) return true;
        }
        return false;
    }

    private static double breaksFrom(Link.Carrier carrier, Hazard hazard) {
        if (hazard.kind() == Hazard.Kind.SHAKING) return Double.POSITIVE_INFINITY;
        return switch (carrier) {
            case POLES -> hazard.polesFromMetres();
            case DUCT -> hazard.ductsFromMetres();
            case RADIO, SATELLITE -> Double.POSITIVE_INFINITY;
        };
    }

    /** The lowest ground of the part inside the zone; infinite: no part is. Between two points the ground is straight. */
    private static double lowest(PathPoint a, PathPoint b, Zone zone) {
        if (!a.at().isKnown() || !b.at().isKnown()) return Double.POSITIVE_INFINITY;
        var ends = new Coordinate[] {Shapes.point(a.at()), Shapes.point(b.at())};
        var around = zone.shape().getGeometry().getEnvelopeInternal();
        if (!around.intersects(ends[0], ends[1])) return Double.POSITIVE_INFINITY;
        var line = GEOMETRY.createLineString(ends);
        if (!zone.shape().intersects(line)) return Double.POSITIVE_INFINITY;
        double length = line.getLength();
        double lowest = Double.POSITIVE_INFINITY;
        for (var inside : line.intersection(zone.shape().getGeometry()).getCoordinates()) {
            double share = length == 0 ? 0 : inside.distance(Shapes.point(a.at())) / length;
            lowest = Math.min(lowest, a.elevationMetres() + share * (b.elevationMetres() - a.elevationMetres()));
        }
        return lowest;
    }

    /** Points without an elevation get one from the known points before and after, by distance. */
    private static List<PathPoint> withElevations(List<PathPoint> path) {
        var filled = new ArrayList<PathPoint>();
        for (int i = 0; i < path.size(); i++) {
            var point = path.get(i);
            if (!Double.isNaN(point.elevationMetres())) {
                filled.add(point);
                continue;
            }
            int after = i;
            while (Double.isNaN(path.get(after).elevationMetres())) after++;
            var before = filled.getLast();
            double behind = before.at().kilometresTo(point.at());
            double whole = behind;
            for (int k = i; k < after; k++)
                whole += path.get(k).at().kilometresTo(path.get(k + 1).at());
            double share = whole > 0 ? behind / whole : 0;
            double rise = path.get(after).elevationMetres() - before.elevationMetres();
            filled.add(new PathPoint(point.at(), before.elevationMetres() + share * rise));
        }
        return filled;
    }
}
