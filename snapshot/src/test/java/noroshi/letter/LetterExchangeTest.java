package noroshi.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import noroshi.letter.LetterSpool.Stored;
import noroshi.snapshot.Laws;
import noroshi.snapshot.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LetterExchangeTest {
    private static final Instant NOON = Instant.parse("2026-03-11T03:00:00Z");

    @TempDir
    Path directory;

    private final HttpClient client = HttpClient.newHttpClient();
    private final UnsealKey key = UnsealKey.generate("k1", new SecureRandom());
    private final Seal seal = new Seal(key.letterKey(), new SecureRandom());
    private LetterSpool spool;
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        spool = LetterSpool.open(directory, 1 << 20);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", http -> handle(new LetterExchange(spool), http));
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        spool.close();
        client.close();
    }

    @Test
    void theOfficeFetchesOpensAndConfirms() throws Exception {
        Letter letter = SealTest.letter(Laws.random(1));
        spool.append(seal.seal(letter));
        LetterClient office = new LetterClient(client, uri(), "secret");
        LetterClient.Batch batch = office.fetch("", 0, Duration.ZERO);
        assertThat(new Unseal(List.of(key)).unseal(batch.letters().getFirst().letter()))
                .isEqualTo(letter);
        office.confirm(
                batch.letters().stream().map(stored -> stored.letter().id()).toList());
        assertThat(spool.unconfirmed()).isZero();
        long cursor = batch.cursor(0);
        assertThat(office.fetch(batch.spoolId(), cursor, Duration.ZERO).letters())
                .isEmpty();
        assertThat(office.fetch("0".repeat(32), cursor, Duration.ZERO).letters())
                .as("another spool's cursor")
                .hasSize(1);
    }

    @Test
    void aSecondBeaconTakesACopyOnce() throws Exception {
        SealedLetter sealed = seal.seal(SealTest.letter(Laws.random(2)));
        LetterClient first = new LetterClient(client, uri(), "secret");
        List<SealedLetter> letters = List.of(sealed, seal.seal(SealTest.letter(Laws.random(3))));
        assertThat(first.copy(letters.subList(0, 1), Duration.ofSeconds(5)).letters())
                .containsExactly(sealed.id());
        LetterClient.Copied copied = first.copy(letters, Duration.ofSeconds(5));
        assertThat(copied.spoolId()).isEqualTo(spool.id());
        assertThat(copied.letters())
                .containsExactly(letters.get(0).id(), letters.get(1).id());
        assertThat(spool.after(0, 10, 1 << 20).stream().map(Stored::letter)).containsExactlyElementsOf(letters);
        assertThat(spool.uncopied(10, 1 << 20)).as("who sent them has them").isEmpty();
        server.stop(0);
        assertThatThrownBy(() -> first.copy(letters, Duration.ofSeconds(5))).isInstanceOf(IOException.class);
    }

    @Test
    void aFullBeaconSaysWhichCopiesItTook() throws Exception {
        List<SealedLetter> letters = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            letters.add(seal.seal(SealTest.letter(Laws.random(100 + i))));
        }
        long room = letters.stream()
                .mapToLong(letter -> letter.write().length + 12L)
                .limit(5)
                .sum();
        try (var small = LetterSpool.open(directory.resolve("small"), room)) {
            Response response = new LetterExchange(small)
                    .replica(LetterExchange.writeReplica(letters))
                    .join();
            byte[] body = new byte[(int) response.bytes()];
            response.body().getFirst().duplicate().get(body);
            assertThat(LetterExchange.readReplicated(body, letters).letters())
                    .containsExactlyElementsOf(
                            letters.subList(0, 5).stream().map(SealedLetter::id).toList());
        }
    }

    @Test
    void aWrongSecretFetchesNothing() {
        assertThatThrownBy(() -> new LetterClient(client, uri(), "guess").fetch("", 0, Duration.ZERO))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("401");
    }

    @Test
    void nonsenseIsRefused() {
        LetterExchange exchange = new LetterExchange(spool);
        assertThat(exchange.confirm(new byte[] {1, 2, 3}, NOON).status()).isEqualTo(400);
        assertThat(exchange.replica(new byte[200]).join().status()).isEqualTo(400);
    }

    private URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static void handle(LetterExchange exchange, HttpExchange http) throws IOException {
        byte[] body = http.getRequestBody().readAllBytes();
        Response response =
                switch (http.getRequestURI().getPath()) {
                    case LetterExchange.LETTERS_PATH ->
                        exchange.letters(query(http, "spool"), Long.parseLong(query(http, "after")));
                    case LetterExchange.CONFIRM_PATH -> exchange.confirm(body, NOON);
                    case LetterExchange.REPLICA_PATH -> exchange.replica(body).join();
                    default -> Response.empty(404);
                };
        if (!"Bearer secret".equals(http.getRequestHeaders().getFirst("Authorization"))) {
            response = Response.text(401, "Which secret?");
        }
        http.sendResponseHeaders(response.status(), response.bytes() == 0 ? -1 : response.bytes());
        try (var out = Channels.newChannel(http.getResponseBody())) {
            for (var buffer : response.body()) {
                out.write(buffer);
            }
        }
        http.close();
    }

    private static String query(HttpExchange http, String name) {
        for (String pair : http.getRequestURI().getQuery().split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        return "";
    }
}
