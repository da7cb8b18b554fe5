package noroshi.standards.jma;

/** What a telegram does to a warning. */
public enum WarningChange {
    /** 発表: newly in force. */
    ISSUED(true),
    /** 継続. */
    CONTINUED(true),
    /** 特別警報から警報, 警報から注意報 …: in force, weaker than before. */
    LOWERED(true),
    /** 解除. */
    LIFTED(false),
    /** なし, 発表警報・注意報はなし. */
    ABSENT(false);

    private final boolean inForce;

    WarningChange(boolean inForce) {
        this.inForce = inForce;
    }

    boolean inForce() {
        return inForce;
    }
}
