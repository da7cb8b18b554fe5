package noroshi.beacon.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Tells one loop which of its sockets have something for it. */
interface Poller extends AutoCloseable {

    interface Events {
        void knocked(Listener listener);

        void ready(Connection connection, boolean readable, boolean writable);
    }

    void watch(Listener listener) throws IOException;

    /** Waits for events or a {@link #wakeup}, at most that long. */
    void poll(int ms, Events events) throws IOException;

    /** The next client who waits at that listener, or null. An IOException: no handles are left. */
    @Nullable
    Line accept(Listener listener) throws IOException;

    /** From any thread. */
    void wakeup();

    @Override
    void close() throws IOException;
}
