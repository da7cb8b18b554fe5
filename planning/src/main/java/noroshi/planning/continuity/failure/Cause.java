package noroshi.planning.continuity.failure;

/** Why a part is hit itself. */
public sealed interface Cause {

    /** @param depthM water above where it stands */
    record Water(String zone, double depthM) implements Cause {}

    record Shaking(double intensity) implements Cause {}

    /** Its building is lost, and everything in it. */
    record BuildingLost(String building) implements Cause {}

    /** The scenario says so. */
    record Named() implements Cause {}

    /** Nothing is broken: it is still to be brought. */
    record NotYetThere() implements Cause {}
}
