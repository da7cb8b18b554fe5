package noroshi.planning.network;

import java.util.List;

/**
 * Where water stands, and how high; or where the earth shakes, and how much.
 *
 * @param polesFromMetres depth of water from which poles fall
 * @param ductsFromMetres depth from which ducts and the bridges that carry them are washed away
 * @param source          where the figures come from
 */
public record Hazard(
        String id,
        String name,
        Kind kind,
        List<Area> areas,
        double polesFromMetres,
        double ductsFromMetres,
        String source) {

    public enum Kind {
        WATER,
        SHAKING
    }

    /** @param level of the water's surface in metres above T.P., or the instrumental intensity */
    public record Area(List<Place> outline, double level) {
        public Area {
            outline = List.copyOf(outline);
        }
    }

    public Hazard {
        areas = List.copyOf(areas);
    }
}
