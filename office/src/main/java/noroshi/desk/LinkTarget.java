package noroshi.desk;

/**
 * A page that a text may link to.
 *
 * @param id for the screen; @param address as a text links it: {@code article:12}, {@code /news/}; @param kind what it is and whether readers
 *     see it
 */
public record LinkTarget(String id, String title, String address, String kind) {

    /** What to write into a text. */
    public String line() {
        return "[%s](%s)".formatted(title.replace("[", "\\[").replace("]", "\\]"), address);
    }
}
