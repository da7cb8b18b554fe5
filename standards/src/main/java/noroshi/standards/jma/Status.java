package noroshi.standards.jma;

/** 運用種別. Only {@link #NORMAL} may have a real effect. */
public enum Status {
    NORMAL("通常"),
    DRILL("訓練"),
    TEST("試験");

    private final String label;

    Status(String label) {
        this.label = label;
    }

    /** JMA's word, also for readers. */
    public String label() {
        return label;
    }
}
