package noroshi.letter;

/** Bytes are not a Letter, a sealed Letter or a Reply, or were not sealed for this key. */
public final class LetterBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LetterBroken(String message) {
        super(message);
    }

    LetterBroken(String message, Throwable cause) {
        super(message, cause);
    }
}
