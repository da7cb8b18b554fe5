package noroshi.planning.network;

/**
 * A place with power and network (拠点).
 *
 * @param index            its place in {@link Network#buildings()}
 * @param elevationMetres  of the ground, above Tokyo Peil (T.P.)
 * @param equipmentMetres  how far above the ground the network equipment stands
 * @param withstands       instrumental seismic intensity (計測震度) from which the building or its equipment fails
 * @param feeder           the distribution line it gets its power from; empty: not said
 */
public record Building(
        int index,
        String id,
        String name,
        Role role,
        Place at,
        double elevationMetres,
        double equipmentMetres,
        double withstands,
        String feeder,
        Supply supply,
        long residents) {

    public enum Role {
        /** Must reach a centre: a town hall, a joint office. */
        OFFICE,
        /** What offices must reach: a data centre, the prefectural hall, the way to the world. */
        CENTRE,
        /** Only passes traffic on. */
        TRANSIT
    }

    /**
     * What runs when the grid does not.
     *
     * @param generatorHours  on the fuel that is there
     * @param generatorMetres how far above the ground the generator and its tank stand
     */
    public record Supply(double batteryHours, double generatorHours, double generatorMetres) {}
}
