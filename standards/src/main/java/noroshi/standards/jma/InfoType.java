package noroshi.standards.jma;

/** 情報形態, in the order in which telegrams of one report follow each other. */
public enum InfoType {
    ISSUED("発表"),
    DELAYED("遅延"),
    CORRECTED("訂正"),
    CANCELLED("取消");

    private final String label;

    InfoType(String label) {
        this.label = label;
    }

    /** JMA's word, also for readers. */
    public String label() {
        return label;
    }
}
