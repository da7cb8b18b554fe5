package noroshi.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import noroshi.platform.RunningOffice;
import org.junit.jupiter.api.Test;

class OfficeSecurityTest {

    private final RunningOffice office = RunningOffice.instance();
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();

    @Test
    void whoeverIsNotSignedInIsLedToTheSignIn() {
        var answer = get("/");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(header(answer, "Location")).endsWith("/sign-in");
    }

    @Test
    void nothingInlineAndNothingFromElsewhereRuns() {
        var answer = get("/");

        assertThat(header(answer, "Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("SAMEORIGIN");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Permissions-Policy")).contains("camera=()");
        assertThat(header(answer, "Cache-Control")).contains("no-store");
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        var answer = post("/sign-in", "login=sato&password=" + password());

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/sign-in?problem=stale");
        assertThat(post("/sign-out", "").statusCode()).isEqualTo(403);
    }

    @Test
    void theTokenOfAnApiOpensNoScreen() throws Exception {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(office.url() + "/"))
                        .header("Authorization", "Bearer " + office.token())
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(302);
    }

    @Test
    void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() {
        var cookie = header(get("/"), "Set-Cookie");

        assertThat(cookie).startsWith("noroshi=").contains("HttpOnly").contains("SameSite=Lax");
    }

    private String password() {
        return URLEncoder.encode(office.signIns().getFirst().split(" ")[1], StandardCharsets.UTF_8);
    }

    private HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(office.url() + path)).build());
    }

    private HttpResponse<String> post(String path, String form) {
        return send(HttpRequest.newBuilder(URI.create(office.url() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
