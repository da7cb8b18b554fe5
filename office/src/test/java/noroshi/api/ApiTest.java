package noroshi.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import noroshi.people.Officers;
import noroshi.people.Scope;
import noroshi.people.Tokens;
import noroshi.platform.RunningOffice;
import noroshi.platform.Tenancy;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A test that calls the running office as another system would. */
abstract class ApiTest {

    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    final RunningOffice office = RunningOffice.instance();

    record Answer(int status, HttpResponse<String> response) {
        JsonNode json() {
            return JSON.readTree(response.body());
        }

        String text(String field) {
            var node = json().get(field);
            return node == null ? "" : node.asString();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    Answer call(String method, String path, Object body, String... headers) {
        return callAs(office.token(), method, path, body, headers);
    }

    Answer callAs(String token, String method, String path, Object body, String... headers) {
        var bytes = body instanceof byte[] raw
                ? raw
                : body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : JSON.writeValueAsBytes(body);
        var request = HttpRequest.newBuilder(URI.create(office.url() + path))
                .method(method, bytes.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bytes));
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        if (bytes.length > 0) request.header("Content-Type", "application/json");
        if (headers.length > 0) request.headers(headers);
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Answer get(String path) {
        return call("GET", path, "");
    }

    static Map<String, Object> article(Object... more) {
        var fields = new HashMap<String, Object>();
        fields.put("series", "press");
        fields.put("title", "復興の歩み 第1号");
        fields.put("body", "本文です。");
        fields.put("areas", java.util.List.of("041009"));
        for (int i = 0; i < more.length; i += 2) fields.put((String) more[i], more[i + 1]);
        return fields;
    }

    /** A token of that officer's. */
    String tokenOf(String government, String login, Set<Scope> scopes) {
        var officer =
                office
                        .bean(Tenancy.class)
                        .in(government, () -> office.bean(Officers.class).list(government))
                        .stream()
                        .filter(o -> o.login().equals(login))
                        .findFirst()
                        .orElseThrow();
        return office.bean(Tokens.class).issue(officer, "試験", scopes, null, java.time.Instant.EPOCH);
    }
}
