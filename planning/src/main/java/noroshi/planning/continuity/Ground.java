package noroshi.planning.continuity;

/**
 * Where a building stands and what it can take.
 *
 * @param longitude     degrees, JGD2011
 * @param latitude      degrees
 * @param elevationM    metres above Tokyo Peil
 * @param washedAwayM   depth of water that takes the building away with everything in it; infinite: none does
 */
public record Ground(double longitude, double latitude, double elevationM, double washedAwayM) {}
