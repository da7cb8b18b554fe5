package noroshi.platform;

/** Checks of values: fails with a message that names the value. */
public final class Require {

    private Require() {}

    /**
     * @param message a format string, see {@link String#format}
     * @throws IllegalArgumentException unless {@code holds}
     */
    public static void require(boolean holds, String message, Object... values) {
        if (!holds) throw new IllegalArgumentException(message.formatted(values));
    }
}
