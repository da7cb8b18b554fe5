package noroshi.planning.continuity;

/**
 * Where something stands.
 *
 * @param building id
 * @param heightM  metres above the building's ground, e.g. 4 for a machine on the first floor up
 */
public record Place(String building, double heightM) {}
