package noroshi.beacon.http;

import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.OpenSslSessionContext;
import io.netty.handler.ssl.OpenSslSessionTicketKey;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;

/** BoringSSL by way of netty's tcnative: a handshake costs about half of the JDK's. */
final class BoringEngines implements TlsEngines {

    private final SslContext context;

    BoringEngines(Identity identity, TicketKeys tickets) throws IOException {
        context = SslContextBuilder.forServer(identity.secret(), identity.chain())
                .sslProvider(SslProvider.OPENSSL_REFCNT)
                .protocols(PROTOCOLS)
                .sessionCacheSize(SESSIONS_MAX)
                .sessionTimeout(SESSION_SECONDS_MAX)
                .applicationProtocolConfig(new ApplicationProtocolConfig(
                        ApplicationProtocolConfig.Protocol.ALPN,
                        ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
                        ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
                        APPLICATION_PROTOCOLS))
                .build();
        use(tickets);
    }

    @Override
    public void use(TicketKeys keys) {
        ((OpenSslSessionContext) context.sessionContext())
                .setTicketKeys(keys.keys().stream()
                        .map(key -> new OpenSslSessionTicketKey(key.name(), key.mac(), key.cipher()))
                        .toArray(OpenSslSessionTicketKey[]::new));
    }

    @Override
    public Made make() {
        var engine = context.newEngine(UnpooledByteBufAllocator.DEFAULT);
        return new Made(engine, () -> ReferenceCountUtil.release(engine));
    }

    @Override
    public String name() {
        return "BoringSSL";
    }

    @Override
    public void close() {
        // Engines in use hold the context by a count of their own.
        ReferenceCountUtil.release(context);
    }
}
