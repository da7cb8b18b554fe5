package noroshi.snapshot;

import org.jspecify.annotations.Nullable;

/** Bytes are not what their name, checksum or signature says. The message tells what, and where. */
public final class SnapshotBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is lost, where it is one thing that can be fetched again. */
    private final transient @Nullable Address lost;

    public SnapshotBroken(String message) {
        super(message);
        this.lost = null;
    }

    SnapshotBroken(String message, Throwable cause) {
        super(message, cause);
        this.lost = null;
    }

    SnapshotBroken(String message, Address lost) {
        super(message);
        this.lost = lost;
    }

    @Nullable
    Address lost() {
        return lost;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
