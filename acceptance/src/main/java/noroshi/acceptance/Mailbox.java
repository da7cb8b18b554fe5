package noroshi.acceptance;

import com.google.gson.JsonArray;
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
        this(http, demonstration.mailUrl());
    }

    public Mailbox(Http http, String url) {
        this.http = http;
        this.url = url;
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

    /** A mail from outside. */
    public record Envelope(String to, String subject, String messageId) {}

    /** Newest first, at most 500. */
    public List<Received> to(String address) throws IOException {
        var found = new ArrayList<Received>();
        for (var each : asked("messages", address)) found.add(received(each.getAsJsonObject()));
        return found;
    }

    /** The same, unopened: where many mails are counted. */
    public List<Envelope> envelopes(String address) throws IOException {
        var found = new ArrayList<Envelope>();
        for (var each : asked("envelopes", address)) {
            var mail = each.getAsJsonObject();
            found.add(new Envelope(
                    mail.get("to").getAsString(),
                    mail.get("subject").getAsString(),
                    mail.get("messageId").getAsString()));
        }
        return found;
    }

    private JsonArray asked(String what, String address) throws IOException {
        return http.get(url + "/api/" + what + "?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8))
                .expect(200)
                .tree()
                .getAsJsonArray();
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
