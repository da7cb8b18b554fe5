package noroshi.standards.cap;

/** What an alert does to earlier ones. */
public enum MessageType {
    ALERT,
    UPDATE,
    CANCEL,
    ACK,
    ERROR
}
