package noroshi.standards.cap;

/** What people are to do. */
public enum ResponseType {
    SHELTER,
    EVACUATE,
    PREPARE,
    EXECUTE,
    AVOID,
    MONITOR,
    ASSESS,
    ALL_CLEAR,
    NONE
}
