package noroshi.beacon.http;

import java.net.InetSocketAddress;

/** Carries requests to a handler and its answers back. {@link NioTransport} runs everywhere; another may use epoll. */
public interface Transport extends AutoCloseable {

    /** Where it listens; the port is the real one also when 0 was asked for. */
    InetSocketAddress address();

    Traffic traffic();

    /** Soon, in each loop's thread: how soon tells how busy the loops are. */
    void onEachLoop(Runnable task);

    /** Refuses new connections, lets answers on their way go out, then closes. At most a second. */
    @Override
    void close();
}
