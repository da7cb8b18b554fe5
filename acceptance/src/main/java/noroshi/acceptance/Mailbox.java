package noroshi.acceptance;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The mails that the demonstration sent. */
public final class Mailbox {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+");

    private final Http http;
    private final String url;

    public Mailbox(Http http, Demonstration demonstration) {
        this.http = http;
        this.url = demonstration.mailUrl();
    }

    /** @param unsubscribe the header List-Unsubscribe, or empty */
    public record Received(
            long number, String to, String subject, String text, String html, String unsubscribe, String messageId) {

        /** The addresses in the plain text, in order. */
        public List<String> links() {
            var found = new ArrayList<String>();
            var matcher = ADDRESS.matcher(text);
            while (matcher.find()) found.add(matcher.group());
            return found;
        }

        public String link(String part) {
            return links().stream()
                    .filter(link -> link.contains(part))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No link with " + part + " in: " + text));
        }
    }

    /** Newest first, at most 500. */
    public List<Received> to(String address) throws IOException {
        var found = new ArrayList<Received>();
        var answer = http.get(url + "/api/messages?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8))
                .expect(200);
        for (var each : answer.tree().getAsJsonArray()) found.add(received(each.getAsJsonObject()));
        return found;
    }

    private static Received received(JsonObject mail) {
        return new Received(
                mail.get("number").getAsLong(),
                mail.get("to").getAsString(),
                mail.get("subject").getAsString(),
                mail.get("text").getAsString(),
                mail.get("html").getAsString(),
                mail.get("listUnsubscribe").getAsString(),
                mail.get("messageId").getAsString());
    }
}
