package noroshi.standards.opendata;

/** Why a file cannot be read at all. */
final class Unreadable extends Exception {

    private static final long serialVersionUID = 1;

    private final String reason;

    /** @param reason with what to do next (Japanese) */
    Unreadable(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
