package noroshi.site.page;

/** A named stream of articles. */
public record SeriesFacts(String code, String name, String description, String layout) {

    /** The stream of emergencies: its pages show the minute. */
    boolean isUrgent() {
        return code.equals("emergency");
    }
}
