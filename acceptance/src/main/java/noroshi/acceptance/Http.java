package noroshi.acceptance;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** A plain HTTP/1.1 client with cookies; an answer that does not come is an {@link IOException}. */
public final class Http implements AutoCloseable {

    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public Answer get(String url) throws IOException {
        return send(request(url).GET());
    }

    public Answer get(String url, Map<String, String> headers) throws IOException {
        var request = request(url).GET();
        headers.forEach(request::header);
        return send(request);
    }

    /** As a browser sends a form. */
    public Answer post(String url, Map<String, String> fields) throws IOException {
        return send(request(url)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encode(fields))));
    }

    public Answer send(String method, String url, Map<String, String> headers, byte[] body) throws IOException {
        var request = request(url).method(method, BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return send(request);
    }

    public static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url)).timeout(ANSWER_MAX);
    }

    private Answer send(HttpRequest.Builder builder) throws IOException {
        var request = builder.build();
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(request.uri().toString(), answer.statusCode(), answer.headers(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted: " + request.uri(), e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
