package noroshi.planning.continuity;

/**
 * So much of a resource while a repair lasts.
 *
 * @param keeps whether it stays there afterwards (a generator), or is free again (a crew)
 */
public record Use(String resource, int amount, boolean keeps) {}
