package noroshi.emergency;

/** How grave an emergency is, the same scale for every hazard; the gravest last. */
public enum Level {
    WATCH("注意"),
    WARNING("警戒"),
    DANGER("危険"),
    EMERGENCY("緊急");

    private final String japanese;

    Level(String japanese) {
        this.japanese = japanese;
    }

    public String japanese() {
        return japanese;
    }

    /** 1 to 4, as the rules and the database write it. */
    public int number() {
        return ordinal() + 1;
    }

    static Level of(int number) {
        return values()[number - 1];
    }
}
