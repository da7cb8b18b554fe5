package noroshi.standards.lalert;

/** EDXL-DE 1.0 distributionType: the first revision of a document, a later one, or its withdrawal as an error. */
public enum Type {
    REPORT("Report"),
    UPDATE("Update"),
    CANCEL("Cancel");

    private final String code;

    Type(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
