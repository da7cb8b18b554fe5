package noroshi.checks;

/**
 * Where in the source something stands.
 *
 * @param from first character, counted from 0; @param to behind the last one; @param line and @param column counted from 1
 */
public record Place(int from, int to, int line, int column) {

    /** Bounds outside the text are moved to its ends. */
    public static Place in(String source, int from, int to) {
        int start = Math.clamp(from, 0, source.length());
        int end = Math.clamp(to, start, source.length());
        int lineStart = source.lastIndexOf('\n', start - 1) + 1;
        int line = 1;
        for (int i = 0; i < lineStart; i++) if (source.charAt(i) == '\n') line++;
        return new Place(start, end, line, start - lineStart + 1);
    }
}
