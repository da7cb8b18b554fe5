package noroshi.snapshot;

/** An offer a beacon does not take: the HTTP status and a sentence for the other side. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    static final int MALFORMED = 400;
    static final int OLD = 409;
    static final int TOO_LARGE = 413;
    static final int BROKEN = 422;

    private final int status;

    Refused(int status, String reason) {
        super(reason);
        this.status = status;
    }

    int status() {
        return status;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
