package noroshi.planning.continuity;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** An area that water may cover. Longitudes and latitudes are taken as plane coordinates: the areas are small. */
public final class Zone {

    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final String id;
    private final String name;
    private final double waterM;
    private final List<double[]> outline;
    private final PreparedGeometry area;

    /**
     * @param waterM  height of the water above Tokyo Peil that common fates are looked for with
     * @param outline at least three points of longitude and latitude; it closes itself
     */
    public Zone(String id, String name, double waterM, List<double[]> outline) {
        this.id = id;
        this.name = name;
        this.waterM = waterM;
        this.outline = List.copyOf(outline);
        var shell = new Coordinate[outline.size() + 1];
        for (int i = 0; i < shell.length; i++) shell[i] = at(outline.get(i % outline.size()));
        area = PreparedGeometryFactory.prepare(SHAPES.createPolygon(shell));
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public double waterM() {
        return waterM;
    }

    public List<double[]> outline() {
        return outline;
    }

    public boolean isSimple() {
        return area.getGeometry().isValid();
    }

    /** A point on the edge is inside: whoever stands there gets wet. */
    public boolean covers(double longitude, double latitude) {
        return area.intersects(SHAPES.createPoint(new Coordinate(longitude, latitude)));
    }

    public boolean meets(List<double[]> path) {
        return !path.isEmpty() && area.intersects(shape(path));
    }

    private static Geometry shape(List<double[]> path) {
        if (path.size() == 1) return SHAPES.createPoint(at(path.getFirst()));
        return SHAPES.createLineString(path.stream().map(Zone::at).toArray(Coordinate[]::new));
    }

    private static Coordinate at(double[] point) {
        return new Coordinate(point[0], point[1]);
    }
}
