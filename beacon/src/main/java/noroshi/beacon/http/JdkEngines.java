package noroshi.beacon.http;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The JDK's own TLS: needs nothing else, runs everywhere. It keeps its ticket keys itself. */
final class JdkEngines implements TlsEngines {

    private static final char[] NO_PASSWORD = {};

    static {
        // One connection could else have us sign handshake after handshake (TLS 1.2). Read when the first one begins.
        System.setProperty("jdk.tls.rejectClientInitiatedRenegotiation", "true");
    }

    private final SSLContext context;

    JdkEngines(Identity identity) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", identity.secret(), NO_PASSWORD, identity.chain());
        var managers = KeyManagerFactory.getInstance("PKIX");
        managers.init(store, NO_PASSWORD);
        context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        context.getServerSessionContext().setSessionCacheSize(SESSIONS_MAX);
        context.getServerSessionContext().setSessionTimeout(SESSION_SECONDS_MAX);
    }

    @Override
    public Made make() {
        var engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        engine.setEnabledProtocols(PROTOCOLS);
        var parameters = engine.getSSLParameters();
        parameters.setApplicationProtocols(APPLICATION_PROTOCOLS);
        parameters.setUseCipherSuitesOrder(true);
        engine.setSSLParameters(parameters);
        return new Made(engine, () -> {});
    }

    @Override
    public void use(TicketKeys keys) {
        // The JDK makes and changes its own.
    }

    @Override
    public String name() {
        return "JDK";
    }

    @Override
    public void close() {
        // Nothing outside of the heap.
    }
}
