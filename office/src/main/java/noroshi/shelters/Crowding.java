package noroshi.shelters;

/** How full a shelter is; the words of SIP4D and L-Alert. */
public enum Crowding {
    FREE("空き"),
    CONGESTED("混雑"),
    FULL("定員一杯"),
    UNKNOWN("不明");

    private final String japanese;

    Crowding(String japanese) {
        this.japanese = japanese;
    }

    public String japanese() {
        return japanese;
    }
}
