package noroshi.shelters;

/** Whether people can stay there. */
public enum State {
    UNOPENED("未開設"),
    OPEN("開設"),
    CLOSED("閉鎖"),
    /** Open on every day. */
    PERMANENT("常設"),
    UNKNOWN("不明");

    private final String japanese;

    State(String japanese) {
        this.japanese = japanese;
    }

    public String japanese() {
        return japanese;
    }

    public boolean takesPeople() {
        return this == OPEN || this == PERMANENT;
    }
}
