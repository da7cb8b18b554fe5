package noroshi.planning.continuity;

import java.util.List;

/**
 * Where a line runs.
 *
 * @param path       points of longitude and latitude in degrees; empty: not known
 * @param elevationM of its lowest box or cabinet; infinite: no water reaches it
 */
public record Route(List<double[]> path, double elevationM) {

    public static final Route NOWHERE = new Route(List.of(), Double.POSITIVE_INFINITY);

    public Route {
        path = List.copyOf(path);
    }
}
