package noroshi.letters;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import noroshi.letter.Letter;
import noroshi.letter.LetterClient;
import noroshi.letter.LetterExchange;
import noroshi.letter.LetterId;
import noroshi.letter.LetterSpool;
import noroshi.letter.Receipt;
import noroshi.letter.Seal;
import noroshi.letter.SealedLetter;
import noroshi.letter.UnsealKey;
import noroshi.snapshot.Response;

/** What a beacon's admin port does with Letters, over real HTTP and a real spool. */
public final class Beacon implements AutoCloseable {

    private final LetterSpool spool;
    private final HttpServer server;
    private final UnsealKey key;
    private final Random random = new Random(7);
    volatile int confirmations;

    public Beacon(Path directory, UnsealKey key) throws IOException {
        this.key = key;
        spool = LetterSpool.open(directory, 1 << 26);
        var exchange = new LetterExchange(spool);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(LetterExchange.LETTERS_PATH, http -> {
            var query = Arrays.stream(http.getRequestURI().getQuery().split("&"))
                    .map(pair -> pair.split("=", -1))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
            answer(
                    http,
                    exchange.letters(
                            query.getOrDefault("spool", ""), Long.parseLong(query.getOrDefault("after", "0"))));
        });
        server.createContext(LetterExchange.CONFIRM_PATH, http -> {
            confirmations++;
            answer(http, exchange.confirm(http.getRequestBody().readAllBytes(), Instant.EPOCH));
        });
        server.start();
    }

    public URI admin() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    LetterClient client(HttpClient http) {
        return new LetterClient(http, admin(), "secret");
    }

    /** A resident sends a form. */
    public Letter send(String site, String form, Instant at, Map<String, String> fields) {
        var receipt = Receipt.issue(at, random);
        var letter = new Letter(LetterId.next(at, random), site, form, at, fields, receipt.number(), receipt.code());
        keep(letter);
        return letter;
    }

    void keep(Letter letter) {
        keep(new Seal(key.letterKey(), new SecureRandom()).seal(letter));
    }

    void keep(SealedLetter sealed) {
        if (!(spool.append(sealed) instanceof LetterSpool.Outcome.Kept))
            throw new AssertionError("The spool did not keep " + sealed);
    }

    int unconfirmed() {
        return spool.unconfirmed();
    }

    private static void answer(HttpExchange http, Response response) throws IOException {
        http.sendResponseHeaders(response.status(), response.bytes() == 0 ? -1 : response.bytes());
        for (var buffer : response.body()) {
            var bytes = new byte[buffer.remaining()];
            buffer.duplicate().get(bytes);
            http.getResponseBody().write(bytes);
        }
        http.close();
    }

    public static UnsealKey newKey() {
        return UnsealKey.generate("test-1", new SecureRandom());
    }

    @Override
    public void close() throws IOException {
        server.stop(0);
        spool.close();
    }
}
