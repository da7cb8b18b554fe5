package noroshi.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WholeAnswerTest {
    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final HttpClient client = HttpClient.newHttpClient();
    private final CompletableFuture<Integer> afterwards = new CompletableFuture<>();

    WholeAnswerTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        client.shutdownNow();
        server.close();
    }

    @Test
    void anAnswerComesWhole() throws Exception {
        answer("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc");

        assertThat(ask(3).body()).isEqualTo("abc".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aLineCutInTheMiddleOfABodyIsNoticedAndGivenUp() throws Exception {
        answer("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc");

        assertThatThrownBy(() -> ask(100))
                .isInstanceOf(HttpTimeoutException.class)
                .hasMessageContaining("stopped in the middle");
        assertThat(afterwards.get(10, TimeUnit.SECONDS))
                .as("the connection is closed")
                .isEqualTo(-1);
    }

    @Test
    @Timeout(60)
    void anUpstreamThatDripsIsGivenUp() {
        Thread.ofPlatform().daemon().start(() -> {
            try (var connection = server.accept()) {
                var out = connection.getOutputStream();
                out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                for (int i = 0; i < 2_000; i++) {
                    out.write('a');
                    out.flush();
                    connection.setSoTimeout(30);
                    try {
                        connection.getInputStream().read(new byte[1_000]);
                    } catch (SocketTimeoutException quiet) {
                        continue;
                    }
                }
            } catch (IOException closed) {
                // As it should be.
            }
        });

        assertThatThrownBy(() -> ask(1_000_000))
                .isInstanceOf(HttpTimeoutException.class)
                .hasMessageContaining("drip");
    }

    @Test
    void aBodyWithoutEndIsRefused() {
        answer("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n" + "a".repeat(100));

        assertThatThrownBy(() -> ask(99)).isInstanceOf(IOException.class);
    }

    private java.net.http.HttpResponse<byte[]> ask(long bytesMax) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/"))
                .timeout(Duration.ofSeconds(10))
                .build();
        return WholeAnswer.of(client, request, bytesMax, Duration.ofMillis(100));
    }

    /** Says this to the first who comes, then only listens. */
    private void answer(String bytes) {
        Thread.ofPlatform().daemon().start(() -> {
            try (var connection = server.accept()) {
                connection.getInputStream().readNBytes(16);
                connection
                        .getInputStream()
                        .skipNBytes(connection.getInputStream().available());
                connection.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
                connection.getOutputStream().flush();
                afterwards.complete(connection.getInputStream().read());
            } catch (IOException e) {
                afterwards.complete(-1);
            }
        });
    }
}
