package noroshi.beacon.http;

import java.io.IOException;
import java.nio.ByteBuffer;

/** What a connection reads from and writes to: its socket, or TLS over it. Never blocks. */
interface Wire {

    /** Adds what has come to {@code into}. Returns the number of bytes, 0 for none now, -1 when no more will come. */
    int read(ByteBuffer into) throws IOException;

    /** Takes from {@code from} what can leave now, and returns how much that was. */
    int write(ByteBuffer from) throws IOException;

    /** Tries to send what a {@link #write} took without sending it; true when nothing is left. */
    default boolean flush() throws IOException {
        return true;
    }

    /** Whether a {@link #write} took what is not sent yet. */
    default boolean isFlushed() {
        return true;
    }

    /** Whether bytes that came wait for the rest, or for {@link #flush}. */
    default boolean hasUnread() {
        return false;
    }

    /** What it keeps of its own for {@link #hasUnread} and {@link #flush}. */
    default int ownBytes() {
        return 0;
    }

    /**
     * What is written from now on is followed by {@link #shutdownOutput} or the socket's end, so the last bytes may wait for it: one
     * packet instead of two.
     */
    default void farewell() {}

    /** Tells the other side that nothing more is said; it may go on talking. */
    void shutdownOutput() throws IOException;

    /** Frees what the wire holds, after a last word if the protocol has one; the socket itself is closed by the caller. */
    default void close() {}
}
