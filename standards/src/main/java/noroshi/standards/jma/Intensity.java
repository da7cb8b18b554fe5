package noroshi.standards.jma;

import org.jspecify.annotations.Nullable;

/** 震度, weakest first. */
public enum Intensity {
    ZERO("0", "０"),
    ONE("1", "１"),
    TWO("2", "２"),
    THREE("3", "３"),
    FOUR("4", "４"),
    FIVE_LOWER("5-", "５弱"),
    /** 震度５弱以上未入電: thought to be 5-lower or more, but the station has not reported. */
    FIVE_LOWER_OR_MORE_NOT_RECEIVED("5-?", "５弱以上未入電"),
    FIVE_UPPER("5+", "５強"),
    SIX_LOWER("6-", "６弱"),
    SIX_UPPER("6+", "６強"),
    SEVEN("7", "７");

    private final String code;
    private final String japanese;

    Intensity(String code, String japanese) {
        this.code = code;
        this.japanese = japanese;
    }

    /** JMA's code: 1 … 4, 5-, 5+, 6-, 6+, 7. */
    public String code() {
        return code;
    }

    /** 震度７, 震度５弱 … */
    public String label() {
        return "震度" + japanese;
    }

    public boolean isAtLeast(Intensity other) {
        return compareTo(other) >= 0;
    }

    static @Nullable Intensity parse(String text) {
        // The station's value is spelled 震度５弱以上未入電 in telegrams; !5- stands in the manual of the format.
        if (text.contains("未入電") || text.equals("!5-") || text.equals("！5-")) {
            return FIVE_LOWER_OR_MORE_NOT_RECEIVED;
        }
        for (Intensity intensity : values()) {
            if (intensity.code.equals(text)) {
                return intensity;
            }
        }
        return null;
    }
}
