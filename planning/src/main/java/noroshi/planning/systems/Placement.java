package noroshi.planning.systems;

/**
 * Where a copy of a virtual machine runs.
 *
 * @param system index of the system
 * @param copy   0, or 1 for the standby
 * @param host   index of the host
 * @param number which of these hosts, from 0
 */
public record Placement(int system, int copy, int host, int number) {}
