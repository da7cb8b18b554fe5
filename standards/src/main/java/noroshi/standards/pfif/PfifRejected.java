package noroshi.standards.pfif;

/** A document that could not be read at all. The message is Japanese: what, where, what to do. */
public final class PfifRejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;

    PfifRejected(int line, String what, String next) {
        super("%s（%d行目）。%s".formatted(what, line, next));
        this.line = line;
    }

    /** Where reading stopped, from 1. */
    public int line() {
        return line;
    }
}
