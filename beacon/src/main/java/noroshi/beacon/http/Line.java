package noroshi.beacon.http;

import java.io.IOException;
import java.net.InetAddress;

/** A socket with a client at its other end, belonging to one loop. */
interface Line extends Wire, AutoCloseable {

    InetAddress peer() throws IOException;

    /** What the loop should wait for on behalf of that connection. Until the first wish the poller knows nothing of it. */
    void wish(Connection connection, boolean reads, boolean writes) throws IOException;

    /** Closes the socket. */
    @Override
    void close();
}
