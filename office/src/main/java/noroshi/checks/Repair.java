package noroshi.checks;

/**
 * One tap: the characters from {@code from} to before {@code to} of the source become {@code replacement}.
 *
 * @param label what the button says (Japanese)
 */
public record Repair(String label, int from, int to, String replacement) {

    public String applyTo(String source) {
        return source.substring(0, from) + replacement + source.substring(to);
    }
}
