package noroshi.standards.cap;

/** For whom an alert is. */
public enum Scope {
    PUBLIC,
    RESTRICTED,
    PRIVATE
}
