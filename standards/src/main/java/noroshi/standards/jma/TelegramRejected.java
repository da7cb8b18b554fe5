package noroshi.standards.jma;

/** A document that cannot be taken as a telegram: what is wrong, where, and what to do next, in Japanese for the person who sent it. */
public final class TelegramRejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why, for programs. */
    public enum Reason {
        /** More bytes, depth or elements than a telegram ever has. */
        TOO_LARGE,
        /** Not well-formed XML. */
        NOT_XML,
        /** A document type, entity or other construct that no telegram needs and attackers do. */
        FORBIDDEN_XML,
        /** XML, but not JMA's Report. */
        NOT_A_TELEGRAM,
        /** A telegram that lacks a required element. */
        INCOMPLETE,
        /** A telegram with a value that cannot be read (a time, a number, an intensity). */
        UNREADABLE_VALUE
    }

    private final Reason reason;
    private final String what;
    private final String where;
    private final String next;

    TelegramRejected(Reason reason, String what, String where, String next) {
        super("%s（%s）。%s".formatted(what, where, next));
        this.reason = reason;
        this.what = what;
        this.where = where;
        this.next = next;
    }

    public Reason reason() {
        return reason;
    }

    /** What is wrong, with the offending value. */
    public String what() {
        return what;
    }

    /** Where: a line, an element path, or the document as a whole. */
    public String where() {
        return where;
    }

    /** What to do next. */
    public String next() {
        return next;
    }
}
