package noroshi.standards.lalert;

/** EDXL-DE 1.0 distributionStatus. What is not the real thing carries its mark before every text that people read. */
public enum Status {
    ACTUAL("Actual", ""),
    EXERCISE("Exercise", "訓練"),
    TEST("Test", "試験");

    private final String code;
    private final String japanese;

    Status(String code, String japanese) {
        this.code = code;
        this.japanese = japanese;
    }

    String code() {
        return code;
    }

    /** 訓練, or nothing for the real thing. */
    String japanese() {
        return japanese;
    }

    String mark() {
        return japanese.isEmpty() ? "" : "【" + japanese + "】";
    }
}
