package noroshi.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JmaFeedTest extends EmergencyTest {

    private static final String FEED = """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ja"><title>高頻度（地震火山）</title><id>feed</id>
            <link rel="self" href="/eqvol.xml"/>
            %s</feed>
            """;
    private static final String ENTRY = """
            <entry><title>震度速報</title><id>1</id><link type="application/xml" href="/data/20260311054600_%d_VXSE51_010000.xml"/></entry>
            """;

    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private boolean lineIsCut;
    private int entries = 1;

    JmaFeedTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void serve() {
        server.createContext("/eqvol.xml", exchange -> {
            asked.add("feed");
            if ("\"1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                exchange.close();
                return;
            }
            exchange.getResponseHeaders().add("ETag", "\"1\"");
            answer(
                    exchange,
                    200,
                    FEED.formatted(IntStream.range(0, entries)
                                    .mapToObj(ENTRY::formatted)
                                    .collect(Collectors.joining()))
                            .getBytes(StandardCharsets.UTF_8));
        });
        server.createContext("/data/", exchange -> {
            asked.add("document");
            if (lineIsCut) answer(exchange, 503, new byte[0]);
            else answer(exchange, 200, telegram("通常", "2026-03-11T14:46:00+09:00"));
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aNewEntryIsFetchedOnceAndTaken() {
        var feed = feed();

        feed.pull();
        feed.pull();
        feed.pull();

        assertThat(kept()).extracting(StoredTelegram::kind).containsExactly("VXSE51");
        assertThat(asked).containsExactly("feed", "document", "feed", "feed");
    }

    @Test
    void aDocumentThatCouldNotBeFetchedIsAskedForAgain() {
        var feed = feed();
        lineIsCut = true;
        feed.pull();
        assertThat(kept()).isEmpty();
        lineIsCut = false;

        feed.pull();

        assertThat(kept()).hasSize(1);
    }

    @Test
    void aServerThatGivesNoDocumentsIsLeftInPeaceUntilTheNextTurn() {
        lineIsCut = true;
        entries = 20;

        feed().pull();

        assertThat(asked).filteredOn("document"::equals).hasSize(5);
    }

    @Test
    void whatIsNoFeedChangesNothing() {
        var feed = new JmaFeed(takeTelegram, settings(true, null, address("/data/x.xml"), address("/nothing")));

        feed.pull();

        assertThat(kept()).isEmpty();
    }

    private JmaFeed feed() {
        return new JmaFeed(takeTelegram, settings(true, null, address("/eqvol.xml")));
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
