package noroshi.planning.network;

/**
 * Equipment that links end at: a switch, a router, a radio station.
 *
 * @param index its place in {@link Network#nodes()}, and its number in {@link Network#graph()}
 */
public record Node(int index, String id, String name, Building building, Rate rate) {}
