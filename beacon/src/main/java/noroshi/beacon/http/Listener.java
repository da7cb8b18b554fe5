package noroshi.beacon.http;

import java.nio.channels.ServerSocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * A listening socket of one loop.
 *
 * @param tls null where plain HTTP is spoken
 */
record Listener(ServerSocketChannel channel, @Nullable TlsSource tls) {}
