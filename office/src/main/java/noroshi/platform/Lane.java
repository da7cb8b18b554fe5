package noroshi.platform;

/** The order in which announced work is done: alerts overtake everything. */
public enum Lane {
    ALERT,
    ORDINARY,
    BULK
}
