package noroshi.beacon.http;

import org.jspecify.annotations.Nullable;

/**
 * A listening socket of one loop.
 *
 * @param tls null where plain HTTP is spoken
 */
record Listener(Sockets.Door door, @Nullable TlsSource tls) {}
