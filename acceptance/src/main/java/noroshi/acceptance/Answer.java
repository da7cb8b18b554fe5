package noroshi.acceptance;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** What a server said. */
public record Answer(String url, int status, HttpHeaders headers, byte[] body) {

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public JsonObject json() {
        return tree().getAsJsonObject();
    }

    public JsonElement tree() {
        try {
            return JsonParser.parseString(text());
        } catch (com.google.gson.JsonParseException e) {
            throw new IllegalStateException(this + " is not JSON", e);
        }
    }

    public Document page() {
        return Jsoup.parse(text(), url);
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    public Answer expect(int expected) {
        if (status != expected) throw new IllegalStateException("Expected " + expected + ": " + this);
        return this;
    }

    @Override
    public String toString() {
        var text = text();
        return url + " → " + status + " " + text.substring(0, Math.min(600, text.length()));
    }
}
