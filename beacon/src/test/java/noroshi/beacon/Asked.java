package noroshi.beacon;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** An answer as a browser sees it, with the request that brought it. */
record Asked(int status, java.net.http.HttpHeaders headers, byte[] body) {

    static Asked get(HttpClient http, URI base, String path, String... fields) {
        return send(http, request(base, path, fields).GET().build());
    }

    static Asked post(HttpClient http, URI base, String path, String body, String... fields) {
        var request = request(base, path, fields).POST(BodyPublishers.ofString(body));
        if (!java.util.Arrays.asList(fields).contains("Content-Type"))
            request.header("Content-Type", "application/x-www-form-urlencoded");
        return send(http, request.build());
    }

    static Asked send(HttpClient http, HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            return new Asked(response.statusCode(), response.headers(), response.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("no answer to " + request.uri(), e);
        }
    }

    private static HttpRequest.Builder request(URI base, String path, String... fields) {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        for (int i = 0; i < fields.length; i += 2) request.header(fields[i], fields[i + 1]);
        return request;
    }

    String text() {
        byte[] plain = body;
        if (field("content-encoding").equals("gzip")) {
            try {
                plain = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
            } catch (IOException e) {
                throw new IllegalStateException("not gzip", e);
            }
        }
        return new String(plain, StandardCharsets.UTF_8);
    }

    String field(String name) {
        return headers.firstValue(name).orElse("");
    }
}
