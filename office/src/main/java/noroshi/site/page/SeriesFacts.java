package noroshi.site.page;

/** A named stream of articles. @param department code of the one that answers for it, or empty */
public record SeriesFacts(String code, String name, String description, String layout, String department) {

    public SeriesFacts(String code, String name, String description, String layout) {
        this(code, name, description, layout, "");
    }

    /** The stream of emergencies: its pages show the minute. */
    boolean isUrgent() {
        return code.equals("emergency");
    }
}
