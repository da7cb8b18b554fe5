package noroshi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import noroshi.platform.RunningOffice;

/** An officer at a browser without JavaScript: keeps cookies, follows redirects, fills in what a page's forms carry hidden. */
final class Browser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String office = RunningOffice.instance().url();
    private String csrf = "";

    /** @param path where the browser ended */
    record Page(int status, String path, String html) {

        /** What a reader sees, without tags. */
        String text() {
            return html.replaceAll("(?s)<(style|script).*?</\\1>", " ")
                    .replaceAll("<[^>]+>", " ")
                    .replaceAll("\\s+", " ");
        }
    }

    static Browser signedIn(String login) {
        return signedIn(login, password());
    }

    static Browser signedIn(String login, String password) {
        var browser = new Browser();
        browser.get("/sign-in");
        var page = browser.post("/sign-in", Map.of("login", login, "password", password));
        assertThat(page.path()).as("%s signs in", login).isNotEqualTo("/sign-in");
        return browser;
    }

    static Browser anonymous() {
        return new Browser();
    }

    /** One password for all officers of a demonstration. */
    private static String password() {
        return RunningOffice.instance().signIns().getFirst().split(" ")[1];
    }

    Page get(String path) {
        return send(HttpRequest.newBuilder(URI.create(office + path)));
    }

    Page post(String path, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", csrf);
        return postAsIs(path, all);
    }

    /** Without the hidden field that proves where a form comes from. */
    Page postAsIs(String path, Map<String, String> fields) {
        var form = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(office + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    /** One file and further fields, as a form with a file sends them. */
    Page upload(String path, Map<String, String> fields, String fileName, byte[] content) {
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", csrf);
        var head = new StringBuilder();
        all.forEach((name, value) -> head.append(
                "--edge\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(name, value)));
        head.append(
                "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/xml\r\n\r\n"
                        .formatted(fileName));
        return send(HttpRequest.newBuilder(URI.create(office + path))
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head.toString()),
                        BodyPublishers.ofByteArray(content),
                        BodyPublishers.ofString("\r\n--edge--\r\n"))));
    }

    private Page send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            var found = CSRF.matcher(answer.body());
            if (found.find()) csrf = found.group(1);
            return new Page(answer.statusCode(), answer.uri().getPath(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
