package noroshi.standards.cap;

/** A document that cannot be taken as a CAP alert: what is wrong, where, and what to do next (Japanese). */
public final class CapRejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why, for programs. */
    public enum Reason {
        /** More bytes, depth or elements than an alert ever has. */
        TOO_LARGE,
        /** Not well-formed XML, or in an encoding that is not read. */
        NOT_XML,
        /** A document type or entity: no alert needs them and attackers do. */
        FORBIDDEN_XML,
        /** XML without a CAP 1.1 or 1.2 alert in it. */
        NOT_CAP,
        /** A required element is absent. */
        INCOMPLETE,
        /** An element that is unknown, repeated or out of order. */
        MISPLACED,
        /** A value that the standard does not allow. */
        UNREADABLE_VALUE,
        /** Each value is right, but together they break a rule of the standard. */
        CONTRADICTION
    }

    private final Reason reason;
    private final String what;
    private final String where;
    private final String next;

    CapRejected(Reason reason, String what, String where, String next) {
        super("%s（%s）。%s".formatted(what, where, next));
        this.reason = reason;
        this.what = what;
        this.where = where;
        this.next = next;
    }

    public Reason reason() {
        return reason;
    }

    public String what() {
        return what;
    }

    public String where() {
        return where;
    }

    public String next() {
        return next;
    }
}
