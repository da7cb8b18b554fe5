package noroshi.standards.jma;

/**
 * A place as JMA names it. The same code means different places under different types; {@link AreaCodes} maps both to governments.
 *
 * @param code "" where JMA gives none (offshore stations)
 */
public record Area(AreaType type, String code, String name) {}
