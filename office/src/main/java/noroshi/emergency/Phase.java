package noroshi.emergency;

import java.util.Locale;

/** Where an emergency stands on its way from the first sign to the end. */
public enum Phase {
    WATCH("注視"),
    ALERT("警戒"),
    RESPONSE("対応"),
    RECOVERY("復旧"),
    CLOSED("終結");

    private final String japanese;

    Phase(String japanese) {
        this.japanese = japanese;
    }

    public String japanese() {
        return japanese;
    }

    /** As the database and the API write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Phase of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** An aftershock leads back from recovery to response; from the end nothing leads back, a new emergency is declared instead. */
    public boolean mayBecome(Phase next) {
        return this != CLOSED || next == CLOSED;
    }
}
