package noroshi.beacon.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The JDK's own TLS: needs nothing else, runs everywhere. It keeps its ticket keys itself. */
final class JdkEngines implements TlsEngines {

    private static final char[] NO_PASSWORD = {};
    private static final List<String> KEY_KINDS = List.of("EC", "RSA", "EdDSA");

    private final SSLContext context;

    JdkEngines(Path certificates, Path key) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", key(key), NO_PASSWORD, chain(certificates));
        var managers = KeyManagerFactory.getInstance("PKIX");
        managers.init(store, NO_PASSWORD);
        context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        context.getServerSessionContext().setSessionCacheSize(SESSIONS_MAX);
        context.getServerSessionContext().setSessionTimeout(SESSION_SECONDS_MAX);
    }

    private static Certificate[] chain(Path file) throws IOException, GeneralSecurityException {
        try (var in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(in)
                    .toArray(Certificate[]::new);
        }
    }

    private static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
        var text = Files.readString(file, StandardCharsets.US_ASCII);
        var matcher = java.util.regex.Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END")
                .matcher(text);
        if (!matcher.find()) throw new InvalidKeySpecException("no \"BEGIN PRIVATE KEY\" in it");
        var spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(matcher.group(1)));
        for (var kind : KEY_KINDS) {
            try {
                return KeyFactory.getInstance(kind).generatePrivate(spec);
            } catch (InvalidKeySpecException another) {
                // Of another kind: the next one may fit.
            }
        }
        throw new InvalidKeySpecException("a key of none of the kinds " + KEY_KINDS);
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
