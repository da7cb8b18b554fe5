package noroshi.beacon.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;

/** The system's sockets: by the JDK's selectors anywhere, by epoll on Linux. */
interface Sockets {

    int BACKLOG = 4096;

    /** A listening socket. */
    interface Door extends Closeable {
        InetSocketAddress address() throws IOException;
    }

    /** @param shared whether other sockets of ours listen on the same port */
    Door open(InetSocketAddress at, boolean shared) throws IOException;

    /** Whether the system spreads connections over sockets that share a port. */
    boolean isSpread();

    Poller poller() throws IOException;

    /** For the log. */
    String name();

    /** {@code -Dnoroshi.sockets=nio} forces the JDK's. */
    static Sockets best() {
        return System.getProperty("noroshi.sockets", "epoll").equals("epoll") && EpollSockets.isAvailable()
                ? new EpollSockets()
                : new NioSockets();
    }
}
