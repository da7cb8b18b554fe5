package noroshi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import noroshi.platform.RunningOffice;

/** An officer at a browser without scripts: keeps cookies, follows redirects, sends the hidden fields of the form it saw last. */
final class Visitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String BOUNDARY = "----noroshi-test";

    private static final Map<String, Visitor> KNOWN = new ConcurrentHashMap<>();

    private final RunningOffice office = RunningOffice.instance();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private String csrf = "";

    record Page(int status, String path, String html, String type) {

        /** Text of the page without its tags. */
        String text() {
            return html.replaceAll("(?s)<[^>]+>", " ").replaceAll("\\s+", " ");
        }

        String hidden(String name) {
            return first("name=\"" + name + "\" value=\"([^\"]*)\"");
        }

        String first(String pattern) {
            var found = Pattern.compile(pattern, Pattern.DOTALL).matcher(html);
            assertThat(found.find()).as("%s on %s: %s", pattern, path, text()).isTrue();
            return found.group(1);
        }

        Page is(int expected) {
            assertThat(status).as("%s: %s", path, text()).isEqualTo(expected);
            return this;
        }

        Page says(String... words) {
            assertThat(text()).as(path).contains(words);
            return this;
        }
    }

    /** Signed in with the demonstration's password; once for all tests, since an address may not sign in without end. */
    static Visitor signedIn(String login) {
        return KNOWN.computeIfAbsent(login, Visitor::signIn);
    }

    private static Visitor signIn(String login) {
        var visitor = new Visitor();
        visitor.get("/sign-in");
        var password = visitor.office.signIns().stream()
                .map(line -> line.split("\\s+"))
                .filter(parts -> parts[0].equals(login))
                .map(parts -> parts[1])
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The demonstration has no sign-in " + login + "."));
        visitor.post("/sign-in", Map.of("login", login, "password", password))
                .is(200)
                .says("ホーム");
        return visitor;
    }

    static Visitor stranger() {
        return new Visitor();
    }

    Page get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    Page post(String path, Map<String, String> fields) {
        return post(path, fields, List.of());
    }

    Page post(String path, Map<String, String> fields, List<String> areas) {
        var body = fields.entrySet().stream()
                .map(field -> coded(field.getKey()) + "=" + coded(field.getValue()))
                .collect(Collectors.toCollection(ArrayList::new));
        areas.forEach(area -> body.add("areas=" + area));
        if (!csrf.isEmpty()) body.add("_csrf=" + coded(csrf));
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", body))));
    }

    /** As a browser sends a form with files. */
    Page upload(String path, Map<String, String> fields, String field, String name, byte[] file) {
        var body = new ByteArrayOutputStream();
        fields.forEach(
                (key, value) -> part(body, "name=\"%s\"".formatted(key), value.getBytes(StandardCharsets.UTF_8)));
        part(body, "name=\"_csrf\"", csrf.getBytes(StandardCharsets.UTF_8));
        part(body, "name=\"%s\"; filename=\"%s\"".formatted(field, name), file);
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
        body.writeBytes("--%s\r\nContent-Disposition: form-data; %s\r\n\r\n"
                .formatted(BOUNDARY, disposition)
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    void forgetTheHiddenField() {
        csrf = "";
    }

    private Page send(HttpRequest.Builder request) {
        try {
            var answer = http.send(
                    request.timeout(Duration.ofSeconds(60)).build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            var found = CSRF.matcher(answer.body());
            if (found.find()) csrf = found.group(1);
            return new Page(
                    answer.statusCode(),
                    answer.uri().getPath(),
                    answer.body(),
                    answer.headers().firstValue("Content-Type").orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI uri(String path) {
        return URI.create(office.url() + path);
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
