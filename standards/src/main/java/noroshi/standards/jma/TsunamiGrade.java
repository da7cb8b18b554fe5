package noroshi.standards.jma;

/** The grade that a 津波予報区 stands under, gravest last. */
public enum TsunamiGrade {
    /** 津波なし, 警報解除, 津波注意報解除. */
    NONE("津波なし"),
    /** 津波予報（若干の海面変動）. */
    FORECAST("津波予報（若干の海面変動）"),
    ADVISORY("津波注意報"),
    WARNING("津波警報"),
    MAJOR_WARNING("大津波警報");

    private final String label;

    TsunamiGrade(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Advisory or more: something to act on. */
    public boolean isInForce() {
        return compareTo(ADVISORY) >= 0;
    }
}
