package noroshi.acceptance;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The office's REST API under {@code /api/v1}, with a bearer token. */
public final class Api {

    private static final Gson GSON = new Gson();

    private final Http http;
    private final String base;
    private final String token;

    public Api(Http http, Demonstration demonstration) {
        this(http, demonstration.officeUrl(), demonstration.token());
    }

    public Api(Http http, String officeUrl, String token) {
        this.http = http;
        this.base = officeUrl + "/api/v1";
        this.token = token;
    }

    public Answer get(String path) throws IOException {
        return http.get(base + path, headers(Map.of()));
    }

    public Answer post(String path, Map<String, ?> fields) throws IOException {
        return send("POST", path, fields, Map.of());
    }

    public Answer send(String method, String path, Map<String, ?> fields, Map<String, String> more) throws IOException {
        var headers = headers(more);
        headers.putIfAbsent("Content-Type", "application/json");
        return http.send(method, base + path, headers, GSON.toJson(fields).getBytes(StandardCharsets.UTF_8));
    }

    public Answer raw(String method, String path, String type, byte[] body) throws IOException {
        return http.send(method, base + path, headers(Map.of("Content-Type", type)), body);
    }

    /** Posts one telegram as received. */
    public Answer telegram(byte[] xml, boolean replay) throws IOException {
        return raw("POST", "/telegrams" + (replay ? "?replay=true" : ""), "application/xml", xml);
    }

    private Map<String, String> headers(Map<String, String> more) {
        var headers = new HashMap<>(more);
        headers.put("Authorization", "Bearer " + token);
        return headers;
    }
}
