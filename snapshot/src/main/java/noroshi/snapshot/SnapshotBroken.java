package noroshi.snapshot;

/** Bytes are not what their name, checksum or signature says. The message tells what, and where. */
public final class SnapshotBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SnapshotBroken(String message) {
        super(message);
    }

    SnapshotBroken(String message, Throwable cause) {
        super(message, cause);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
