package noroshi.checks;

/**
 * Where in the source something stands.
 *
 * @param from first character, counted from 0; @param to behind the last one; @param line and @param column counted from 1
 */
public record Place(int from, int to, int line, int column) {}
