package noroshi.planning.network.failure;

/**
 * What a hazard does to a building.
 *
 * @param depthMetres of water above the ground; 0: dry
 */
public record Damage(double depthMetres, boolean equipmentLost, boolean generatorLost) {

    static final Damage NONE = new Damage(0, false, false);

    boolean isWet() {
        return depthMetres > 0;
    }

    Damage and(Damage other) {
        return new Damage(
                Math.max(depthMetres, other.depthMetres),
                equipmentLost || other.equipmentLost,
                generatorLost || other.generatorLost);
    }
}
