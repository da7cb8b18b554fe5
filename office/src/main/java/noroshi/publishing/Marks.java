package noroshi.publishing;

import java.util.Locale;

/** What must be seen at once: that this is not the real thing. */
public enum Marks {
    NONE(""),
    DRILL("訓練"),
    TEST("試験"),
    REPLAY("再現");

    private final String japanese;

    Marks(String japanese) {
        this.japanese = japanese;
    }

    public String japanese() {
        return japanese;
    }

    public String code() {
        return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
    }

    public static Marks of(String code) {
        return code.isEmpty() ? NONE : valueOf(code.toUpperCase(Locale.ROOT));
    }
}
