package noroshi.standards.opendata;

/** What the law makes of a place: where to flee at once (災害対策基本法 第49条の4), where to stay (第49条の7), or both. */
public enum Designation {
    EMERGENCY_PLACE("指定緊急避難場所"),
    SHELTER("指定避難所"),
    BOTH("指定緊急避難場所兼避難所"),
    NONE("指定なし");

    private final String japanese;

    Designation(String japanese) {
        this.japanese = japanese;
    }

    /** The words of SIP4D's 避難所指定区分. */
    public String japanese() {
        return japanese;
    }

    public Designation and(Designation other) {
        if (this == other || other == NONE) return this;
        return this == NONE ? other : BOTH;
    }
}
