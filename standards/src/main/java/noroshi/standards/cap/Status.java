package noroshi.standards.cap;

/** What an alert is for: only {@link #ACTUAL} ones may be acted upon. */
public enum Status {
    ACTUAL,
    EXERCISE,
    SYSTEM,
    TEST,
    DRAFT
}
