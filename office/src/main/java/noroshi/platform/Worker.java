package noroshi.platform;

import java.io.IOException;

/** What one thread does again and again. Used by that thread only. */
@FunctionalInterface
public interface Worker extends AutoCloseable {

    /** One round, its own waiting for something to do included. What it throws is logged, and the next round comes after a pause. */
    void round() throws IOException, InterruptedException;

    /** After the last round, in the same thread. */
    @Override
    default void close() {}
}
