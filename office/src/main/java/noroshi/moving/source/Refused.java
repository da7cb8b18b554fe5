package noroshi.moving.source;

/** A source that cannot be read; its message is for the officer (Japanese): what, where, what to do. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Refused(String message) {
        super(message);
    }
}
