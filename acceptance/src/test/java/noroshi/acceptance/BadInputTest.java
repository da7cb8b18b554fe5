package noroshi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in: a clear error (what, where, what to do), and nothing changed. */
@ExtendWith(WithDemonstration.class)
class BadInputTest {

    /** The office counts by the minute (thirty are allowed), and a minute may end while we guess. */
    private static final int ATTEMPTS_IN_TWO_MINUTES = 62;

    private static final int HUGE_BYTES = 50 << 20;

    private final Http http = new Http();
    private final Demonstration demonstration;
    private final Api api;

    BadInputTest(Demonstration demonstration) {
        this.demonstration = demonstration;
        api = new Api(http, demonstration);
    }

    @AfterEach
    void theOfficeIsStillWell() throws IOException {
        assertThat(http.get(demonstration.officeUrl() + "/health").status()).isEqualTo(200);
        assertThat(http.get(demonstration.publicUrl() + "/040002/").status()).isEqualTo(200);
        http.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "this is not XML",
                "<Report><Control></Report>",
                "<html><body>not a telegram</body></html>",
                "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY a \"0123456789\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><Report>&c;</Report>",
                "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><Report>&x;</Report>",
                "<?xml version=\"1.0\"?><!DOCTYPE r SYSTEM \"http://127.0.0.1:1/x.dtd\"><Report/>"
            })
    void aTelegramThatIsNoneIsRefused(String xml) throws IOException {
        assertProblem(api.telegram(xml.getBytes(StandardCharsets.UTF_8), false), 400);
    }

    @Test
    void aTelegramOfFiftyMegabytesIsRefused() {
        try {
            var answer = api.telegram(new byte[HUGE_BYTES], false);
            assertThat(answer.status()).as(answer.toString()).isIn(400, 413);
        } catch (IOException e) {
            // The office may also hang up on a body this long before reading it all.
            assertThat(e).isNotNull();
        }
    }

    @Test
    void anArticleThatCannotBeIsRefusedWithTheReason() throws IOException {
        assertProblem(
                api.post(
                        "/articles",
                        Map.of("series", "nowhere", "title", "題", "body", "本文", "areas", List.of(), "publish", false)),
                400,
                404,
                422);
        assertProblem(
                api.post(
                        "/articles",
                        Map.of(
                                "series",
                                "press",
                                "title",
                                "題",
                                "body",
                                "本文",
                                "areas",
                                List.of("999999"),
                                "publish",
                                false)),
                400,
                422);
        assertProblem(
                api.post(
                        "/articles",
                        Map.of("series", "press", "title", "", "body", "本文", "areas", List.of(), "publish", false)),
                400,
                422);
        assertProblem(
                api.post(
                        "/articles",
                        Map.of(
                                "series",
                                "press",
                                "title",
                                "長".repeat(5_000),
                                "body",
                                "本文",
                                "areas",
                                List.of(),
                                "publish",
                                false)),
                400,
                422);
        assertProblem(
                api.raw("POST", "/articles", "application/json", "{\"title\":".getBytes(StandardCharsets.UTF_8)), 400);
        assertProblem(api.raw("POST", "/articles", "application/json", new byte[] {(byte) 0xff, (byte) 0xfe, 0}), 400);
    }

    @Test
    void withoutAValidTokenNothingIsTold() throws IOException {
        assertThat(new Api(http, demonstration.officeUrl(), "nrs_wrong")
                        .get("/series")
                        .status())
                .isEqualTo(401);
        assertThat(http.get(demonstration.officeUrl() + "/api/v1/series").status())
                .isEqualTo(401);
    }

    @Test
    void scriptInAnArticleIsShownNotRun() throws IOException {
        var title = "<script>alert('題')</script>の記事";
        var answer = api.post(
                        "/articles",
                        Map.of(
                                "series",
                                "press",
                                "title",
                                title,
                                "areas",
                                List.of(),
                                "publish",
                                true,
                                "body",
                                "<script>alert(1)</script>\n\n<img src=x onerror=alert(2)>\n\n[押す](javascript:alert(3))\n\n<b>閉じない"))
                .expect(201);
        var url = answer.json().get("url").getAsString();
        Demonstration.await("the article is public", Duration.ofSeconds(20), () -> status(url) == 200);

        var page = http.get(url).page();
        assertThat(page.select("script:not([type='application/ld+json']):containsData(alert)"))
                .isEmpty();
        assertThat(page.select("[onerror], a[href^=javascript]")).isEmpty();
        assertThat(page.select("h1").text()).isEqualTo(title);
    }

    @Test
    void ofTwoOfficersWhoEditTheSameArticleTheSlowerIsTold() throws IOException {
        var written = api.post(
                        "/articles",
                        Map.of(
                                "series", "press", "title", "断水のお知らせ", "body", "本文", "areas", List.of(), "publish",
                                false))
                .expect(201)
                .json();
        var path = "/articles/" + written.get("id").getAsString();
        var seen = api.get(path).expect(200).header("ETag");
        var fields = Map.of("series", "press", "title", "断水のお知らせ（続報）", "body", "本文2", "areas", List.of());

        api.send("PUT", path, fields, Map.of("If-Match", seen)).expect(200);

        assertProblem(
                api.send(
                        "PUT",
                        path,
                        Map.of("series", "press", "title", "別の題", "body", "上書き", "areas", List.of()),
                        Map.of("If-Match", seen)),
                412);
        assertThat(api.get(path).json().get("title").getAsString()).isEqualTo("断水のお知らせ（続報）");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/040002/../../../../etc/passwd",
                "/040002/press/../../keys/signing.key",
                "/media/..%2f..%2fkeys%2fsigning.key",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/assets/....//....//etc/passwd",
                "/040002/press/%00",
                "//etc/passwd"
            })
    void aPathThatClimbsOutFindsNothing(String path) throws IOException {
        for (var base : List.of(demonstration.publicUrl(), demonstration.officeUrl())) {
            var answer = Wire.get(URI.create(base), path);
            assertThat(answer.status()).as(base + path).isIn(301, 302, 308, 400, 401, 403, 404);
            assertThat(answer.text()).doesNotContain("root:x:").doesNotContain("ed25519");
        }
    }

    private int status(String url) {
        try {
            return http.get(url).status();
        } catch (IOException e) {
            return 0;
        }
    }

    @Test
    void whoeverGuessesPasswordsBehindTheProxyLocksOutNobodyElse() throws IOException {
        var page = http.get(demonstration.officeUrl() + "/sign-in").expect(200).page();
        var csrf = page.select("[name=_csrf]").val();
        var said = "";
        for (int attempts = 0; attempts < ATTEMPTS_IN_TWO_MINUTES && !said.endsWith("busy"); attempts++)
            said = signIn("198.51.100.1", csrf);
        assertThat(said).endsWith("problem=busy");

        assertThat(signIn("198.51.100.2", csrf)).endsWith("problem=refused");
    }

    /** Where the office sends someone who knows no password. */
    private String signIn(String address, String csrf) throws IOException {
        var headers = Map.of("Content-Type", "application/x-www-form-urlencoded", "X-Forwarded-For", address);
        var fields = Map.of("_csrf", csrf, "login", "nobody-" + address, "password", "guess");
        return http.send(
                        "POST",
                        demonstration.officeUrl() + "/sign-in",
                        headers,
                        Http.encode(fields).getBytes(StandardCharsets.US_ASCII))
                .header("Location");
    }

    /** RFC 9457, with words for a person. */
    private static void assertProblem(Answer answer, Integer... statuses) {
        assertThat(answer.status()).as(answer.toString()).isIn((Object[]) statuses);
        assertThat(answer.header("Content-Type")).as(answer.toString()).startsWith("application/problem+json");
        assertThat(answer.json().get("title").getAsString()).isNotBlank();
        assertThat(answer.json().get("detail").getAsString()).isNotBlank();
    }
}
