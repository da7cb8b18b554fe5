package noroshi.planning.network;

import java.util.List;

/**
 * A line between two nodes (回線).
 *
 * @param index        its place in {@link Network#links()}, and its number in {@link Network#graph()}
 * @param capacityMbps in each direction
 * @param path         from one end to the other, both ends included
 */
public record Link(
        int index,
        String id,
        String name,
        Node from,
        Node to,
        double capacityMbps,
        Carrier carrier,
        String provider,
        long monthlyYen,
        List<PathPoint> path,
        Rate rate) {

    /** What a link hangs on or lies in, and so what breaks it. */
    public enum Carrier {
        POLES,
        DUCT,
        RADIO,
        SATELLITE
    }

    /** @param elevationMetres of the ground; NaN: not known */
    public record PathPoint(Place at, double elevationMetres) {}

    public Link {
        path = List.copyOf(path);
    }

    Link at(int newIndex) {
        return new Link(newIndex, id, name, from, to, capacityMbps, carrier, provider, monthlyYen, path, rate);
    }

    public double kilometres() {
        double sum = 0;
        for (int i = 1; i < path.size(); i++) {
            double part = path.get(i - 1).at().kilometresTo(path.get(i).at());
            if (!Double.isNaN(part)) sum += part;
        }
        return sum;
    }
}
