package noroshi.beacon.http;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLEngine;

/** Makes the server's side of TLS connections for one certificate: BoringSSL where it runs, else the JDK's own. */
interface TlsEngines extends AutoCloseable {

    String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
    String[] APPLICATION_PROTOCOLS = {"http/1.1"};
    int SESSIONS_MAX = 20_000;
    int SESSION_SECONDS_MAX = 12 * 3600;

    /** @param release gives back what the engine holds outside of the heap */
    record Made(SSLEngine engine, Runnable release) {}

    Made make();

    /** Tickets are sealed with these keys from now on. */
    void use(TicketKeys keys);

    /** For the log: whose engine it is. */
    String name();

    /** No new engine is asked for; those in use go on. */
    @Override
    void close();

    static TlsEngines make(Path certificates, Path key, TicketKeys tickets)
            throws IOException, GeneralSecurityException {
        var identity = Identity.read(certificates, key);
        return hasBoring() ? new BoringEngines(identity, tickets) : new JdkEngines(identity);
    }

    private static boolean hasBoring() {
        if (System.getProperty("noroshi.tls", "boring").equals("jdk")) return false;
        try {
            return io.netty.handler.ssl.OpenSsl.isAvailable();
        } catch (NoClassDefFoundError notInstalled) {
            return false;
        }
    }
}
