package noroshi.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import noroshi.platform.RunningOffice;
import noroshi.platform.TestIssuer;
import noroshi.platform.TestIssuer.Told;
import org.junit.jupiter.api.Test;

/** Another system's word opens the door for officers who are here already, and for nobody else. */
class OidcSignInTest {

    private final RunningOffice office = RunningOffice.instance();
    private final TestIssuer issuer = office.issuer();
    private final HttpClient browser = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();

    @Test
    void anOfficerWhoIsHereSignsInWithTheirOwnRoles() throws Exception {
        assertThat(get("/sign-in").body()).contains("庁内共通認証でサインイン");

        var asked = asked();
        assertThat(asked)
                .containsKeys("state", "nonce", "code_challenge")
                .containsEntry("client_id", TestIssuer.CLIENT);
        var back = back(asked, issuer.tell("right", new Told("sato", nonce(asked), TestIssuer.CLIENT, false)));

        assertThat(back.statusCode()).isEqualTo(302);
        assertThat(location(back)).doesNotContain("problem");
        assertThat(get("/articles").statusCode()).isEqualTo(200);
        // The token says "administrator"; the office does not listen.
        assertThat(get("/settings").statusCode()).isEqualTo(403);
        assertThat(get("/account").body()).contains("外部の認証");
    }

    @Test
    void whoIsNotHereStaysOutsideAndNobodyIsCreated() throws Exception {
        var asked = asked();
        var back = back(asked, issuer.tell("stranger", new Told("stranger", nonce(asked), TestIssuer.CLIENT, false)));

        assertThat(location(back)).endsWith("/sign-in?problem=unknown");
        assertThat(location(get("/articles"))).endsWith("/sign-in");
        assertThat(get("/sign-in?problem=unknown").body()).contains("登録された職員が見つかりません");
    }

    @Test
    void aForgedAForeignAndAnOldWordAreRefused() throws Exception {
        var forged = asked();
        assertThat(location(
                        back(forged, issuer.tell("forged", new Told("admin", nonce(forged), TestIssuer.CLIENT, true)))))
                .endsWith("/sign-in?problem=oidc");
        var foreign = asked();
        assertThat(location(back(
                        foreign, issuer.tell("foreign", new Told("admin", nonce(foreign), "somebody-else", false)))))
                .endsWith("/sign-in?problem=oidc");
        var replayed = asked();
        assertThat(location(back(
                        replayed,
                        issuer.tell("replayed", new Told("admin", "another nonce", TestIssuer.CLIENT, false)))))
                .endsWith("/sign-in?problem=oidc");
        var stolen = asked();
        stolen.put("state", "not-mine");
        assertThat(location(back(
                        stolen, issuer.tell("stolen", new Told("admin", nonce(stolen), TestIssuer.CLIENT, false)))))
                .endsWith("/sign-in?problem=oidc");
        assertThat(location(get("/articles"))).endsWith("/sign-in");
    }

    /** What the office asks the issuer, by way of the browser. */
    private Map<String, String> asked() throws Exception {
        var sent = get("/sign-in/through/office");
        assertThat(location(sent)).startsWith(issuer.address() + "/authorize?");
        return Arrays.stream(URI.create(location(sent)).getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static String nonce(Map<String, String> asked) {
        return java.util.Objects.requireNonNull(asked.get("nonce"));
    }

    private HttpResponse<String> back(Map<String, String> asked, String code) throws Exception {
        return get("/sign-in/oidc/office?code=%s&state=%s"
                .formatted(code, java.net.URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8)));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create(office.url() + path)).build(), BodyHandlers.ofString());
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
