package noroshi.damage;

/** How far a damaged thing serves people; its words differ by {@link Kind}. */
public enum State {
    CHECKING("確認中"),
    STOPPED("停止・通行止め"),
    PARTIAL("一部（規制・一部再開）"),
    RESTORED("復旧");

    private final String japanese;

    State(String japanese) {
        this.japanese = japanese;
    }

    /** For any kind. */
    public String japanese() {
        return japanese;
    }

    public boolean isRestored() {
        return this == RESTORED;
    }
}
