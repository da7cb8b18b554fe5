package noroshi.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import noroshi.people.Scope;
import noroshi.platform.Tenancy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class ArticleApiTest extends ApiTest {

    private static final String ARTICLES = "/api/v1/articles";

    @Test
    void anArticleIsWrittenAndPublishedInOneCall() {
        var answer = call("POST", ARTICLES, article("publish", true));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("state")).isEqualTo("public");
        assertThat(answer.text("path")).isEqualTo("/040002/press/" + answer.text("id"));
        assertThat(answer.text("url")).isEqualTo("http://127.0.0.1:1" + answer.text("path"));
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.header("Location")).isEqualTo(ARTICLES + "/" + answer.text("id"));
        assertThat(get(answer.header("Location")).text("title")).isEqualTo("復興の歩み 第1号");
    }

    @Test
    void publishingWithoutTheApprovalItNeedsIsAConflictAndLeavesNothing() {
        var token = tokenOf("takahashi", Set.of(Scope.ARTICLES_WRITE, Scope.ARTICLES_PUBLISH, Scope.READ));
        var byAuthor = tokenOf("densho", Set.of(Scope.EVERYTHING));

        assertThat(callAs(byAuthor, "POST", ARTICLES, article("publish", true, "title", "承認なし"))
                        .status())
                .isEqualTo(409);
        assertThat(get(ARTICLES + "?q=" + "%E6%89%BF%E8%AA%8D%E3%81%AA%E3%81%97")
                        .json()
                        .get("articles"))
                .isEmpty();
        assertThat(callAs(token, "POST", ARTICLES, article()).status()).isEqualTo(403);
    }

    @Test
    void aTokenWithoutTheScopeMayNotWrite() {
        var answer = callAs(tokenOf("admin", Set.of(Scope.READ)), "POST", ARTICLES, article());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("scope")).isEqualTo("articles:write");
    }

    @Test
    void anEmergencyIsPublishedAtOnceAndItsReviewFollows() {
        var kiki = tokenOf("kiki", Set.of(Scope.ARTICLES_WRITE, Scope.ARTICLES_PUBLISH, Scope.READ));

        var answer = callAs(kiki, "POST", ARTICLES, article("series", "emergency", "publish", true, "emergency", true));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(get(answer.header("Location")).json().get("reviewDue").asBoolean())
                .isTrue();
    }

    @Test
    void whoReplacesAnOldEditionIsTold() {
        var path = call("POST", ARTICLES, article()).header("Location");

        var second = call("PUT", path, article("title", "二"), "If-Match", "\"1\"");
        var late = call("PUT", path, article("title", "三"), "If-Match", "\"1\"");

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.header("ETag")).isEqualTo("\"2\"");
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.json().get("newestEdition").asInt()).isEqualTo(2);
        assertThat(call("PUT", path, article("title", "三")).status()).isEqualTo(412);
        assertThat(call("DELETE", path, "", "If-Match", "\"1\"").status()).isEqualTo(412);
        assertThat(get(path).text("title")).isEqualTo("二");
    }

    @Test
    void aPublicArticleIsCorrectedAndWithdrawn() {
        var path = call("POST", ARTICLES, article("publish", true)).header("Location");

        var corrected = call("PUT", path, article("publish", true, "correction", "日付の訂正"), "If-Match", "\"1\"");
        assertThat(corrected.text("state")).isEqualTo("public");
        assertThat(call("DELETE", path, "", "If-Match", "\"2\"").status()).isEqualTo(204);
        assertThat(get(path).text("state")).isEqualTo("withdrawn");
        assertThat(get(path + "/history").json()).hasSizeGreaterThan(4);
    }

    @Test
    void theStepsOfTheWorkflowAreCallsOfTheirOwn() {
        var author = tokenOf("sato", Set.of(Scope.ARTICLES_WRITE, Scope.READ));
        var approver = tokenOf("suzuki", Set.of(Scope.ARTICLES_PUBLISH, Scope.READ));
        var publisher = tokenOf("takahashi", Set.of(Scope.ARTICLES_PUBLISH));
        var path = callAs(author, "POST", ARTICLES, article("series", "news")).header("Location");

        assertThat(callAs(author, "POST", path + "/request-review", "{}", "If-Match", "\"1\"")
                        .text("state"))
                .isEqualTo("review");
        assertThat(callAs(publisher, "POST", path + "/publish", "{}", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(409);
        assertThat(callAs(approver, "POST", path + "/approve", "{\"comment\":\"よい\"}", "If-Match", "\"1\"")
                        .text("state"))
                .isEqualTo("approved");
        assertThat(callAs(publisher, "POST", path + "/publish", "{}", "If-Match", "\"1\"")
                        .text("state"))
                .isEqualTo("public");
    }

    @Test
    void theSameKeyGivesTheSameAnswerAndNoSecondArticle() {
        var first = call("POST", ARTICLES, article("publish", true), "Idempotency-Key", "k-1");
        var again = call("POST", ARTICLES, article("publish", true), "Idempotency-Key", "k-1");
        var other = call("POST", ARTICLES, article("title", "別"), "Idempotency-Key", "k-1");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("id")).isEqualTo(first.text("id"));
        assertThat(other.status()).isEqualTo(422);
    }

    @Test
    void wrongContentIsNamedByPointersAllAtOnce() {
        var answer =
                call("POST", ARTICLES, article("title", "", "areas", List.of("041009", "999999"), "series", "nowhere"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().get("errors").findValuesAsString("pointer"))
                .containsExactly("#/series", "#/title", "#/areas/1");
        assertThat(answer.text("detailEnglish")).contains("3 errors");
    }

    @Test
    void unknownMissingAndMistypedFieldsAreNamed() {
        var answer = call("POST", ARTICLES, Map.of("titel", "x", "body", 5, "publish", "yes", "opensAt", "tomorrow"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("errors").findValuesAsString("pointer"))
                .contains("#/titel", "#/title", "#/series", "#/body", "#/publish", "#/opensAt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"title\":", "[]", "\"x\"", "", "{\"title\":\"a\",\"title\":\"b\"}", "{} {}", "{\"a\":NaN}"})
    void whatIsNotOneJsonObjectIsRefused(String body) {
        assertThat(call(
                                "POST",
                                ARTICLES,
                                body,
                                body.isEmpty() ? new String[] {"Content-Type", "application/json"} : new String[0])
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aBodyOfFiftyMegabytesIsRefused() {
        var answer = call("POST", ARTICLES, new byte[50_000_000]);

        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void withoutATokenNothingIsTold() {
        assertThat(callAs("", "GET", "/api/v1/series", "").status()).isEqualTo(401);
        assertThat(callAs("nrs_wrong", "GET", "/api/v1/series", "").header("Content-Type"))
                .isEqualTo("application/problem+json");
    }

    @Test
    void anotherGovernmentsArticlesAreNotThere() {
        var path = call("POST", ARTICLES, article()).header("Location");
        var sendai = tokenOf("041009", "sendai-kakari", Set.of(Scope.EVERYTHING));

        assertThat(callAs(sendai, "GET", path, "").status()).isEqualTo(404);
        assertThat(callAs(sendai, "DELETE", path, "", "If-Match", "\"1\"").status())
                .isEqualTo(404);
        assertThat(callAs(sendai, "GET", ARTICLES + "?government=040002", "").status())
                .isEqualTo(403);
    }

    @Test
    void noTownsTokenAndNoAuthorsSendsATelegram() {
        for (var token : List.of(
                tokenOf("041009", "sendai-kakari", Set.of(Scope.EVERYTHING)),
                tokenOf("sato", Set.of(Scope.TELEGRAMS_WRITE)))) {
            assertThat(callAs(token, "POST", "/api/v1/telegrams", "<Report/>").status())
                    .isEqualTo(403);
            assertThat(callAs(token, "DELETE", "/api/v1/replay", "").status()).isEqualTo(403);
        }
        var kiki = tokenOf("kiki", Set.of(Scope.TELEGRAMS_WRITE));
        assertThat(callAs(kiki, "POST", "/api/v1/telegrams", "<Report/>").status())
                .isEqualTo(400);
    }

    @Test
    void aTokenThatMayNotReadLearnsNothingFromHeadsEither() {
        var path = call("POST", ARTICLES, article()).header("Location");
        var writer = tokenOf("admin", Set.of(Scope.ARTICLES_WRITE));

        assertThat(callAs(writer, "HEAD", path, "").status()).isEqualTo(403);
    }

    @Test
    void whatTheDatabaseCannotHoldIsTheCallersMistake() {
        assertThat(call("POST", ARTICLES, article("series", "pr\0ess")).status())
                .isEqualTo(400);
        assertThat(call("POST", ARTICLES, article("event", Map.of("startsAt", "+999999999-12-31T23:59:59Z")))
                        .status())
                .isEqualTo(400);
        assertThat(get(ARTICLES + "?q=%00").status()).isEqualTo(400);
    }

    @Test
    void longListsComeInPages() {
        var first = get(ARTICLES + "?limit=5&state=public").json();
        var second = get(ARTICLES + "?limit=5&state=public&before="
                        + first.get("nextBefore").asString())
                .json();

        assertThat(first.get("articles")).hasSize(5);
        assertThat(second.get("articles").get(0).get("id").asLong())
                .isLessThan(first.get("articles").get(4).get("id").asLong());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/articles/abc", "/api/v1/articles/99999999", "/api/v1/nothing", "/api/v1/articles/1/x"})
    void whatIsNotThereIsAProblemToo(String path) {
        var answer = get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("detail")).isNotEmpty();
    }

    @Test
    void aPathThatClimbsIsRefused() {
        var answer = get("/api/v1/%2e%2e/%2e%2e/etc/passwd");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void harmfulMarkupIsTakenAsTextAndTheCallerIsTold() {
        var answer = call("POST", ARTICLES, article("body", "一\n\n<script>alert(1)</script>\n\n[x](javascript:x)"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().get("notices").findValuesAsString("line")).containsExactly("3", "5");
    }

    @Test
    void manyCallersPublishAtOnceAndEveryPlaceIsGivenOnce() throws Exception {
        try (var callers = java.util.concurrent.Executors.newFixedThreadPool(8)) {
            var answers = callers.<Integer>invokeAll(java.util.Collections.nCopies(
                    40, () -> call("POST", ARTICLES, article("series", "works", "publish", true))
                            .status()));
            for (var answer : answers) assertThat(answer.get()).isEqualTo(201);
        }
        var gaps = office.bean(Tenancy.class).everywhere(() -> office.bean(JdbcClient.class)
                .sql(
                        "select max(position) - count(*) from listing where government = '040002' and list = 'series:works'")
                .query(Long.class)
                .single());
        assertThat(gaps).isZero();
    }

    @Test
    void twoOfficersReplaceTheSameEditionAndOneIsTold() throws Exception {
        var path = call("POST", ARTICLES, article()).header("Location");
        try (var callers = java.util.concurrent.Executors.newFixedThreadPool(4)) {
            var answers = callers.<Integer>invokeAll(java.util.Collections.nCopies(
                    4, () -> call("PUT", path, article("title", "同時"), "If-Match", "\"1\"")
                            .status()));
            var statuses = new java.util.ArrayList<Integer>();
            for (var answer : answers) statuses.add(answer.get());
            assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
        }
    }

    @Test
    void theCodesAreListed() {
        assertThat(get("/api/v1/series").json().findValuesAsString("code"))
                .contains("press", "blog", "mailmagazine", "works", "musubi");
        assertThat(get("/api/v1/areas").json().findValuesAsString("code")).contains("040002", "041009");
        assertThat(get("/api/v1/governments").json()).hasSize(36);
        assertThat(get("/api/v1/series?government=041009").json()).hasSize(3);
        assertThat(get("/api/v1/departments?government=999999").status()).isEqualTo(404);
        assertThat(get("/api/v1/topics").status()).isEqualTo(200);
    }

    @Test
    void theHealthTellsLittleToEveryone() {
        var health = callAs("", "GET", "/health", "");

        assertThat(health.status()).isEqualTo(200);
        assertThat(health.text("status")).isEqualTo("ok");
    }

    private String tokenOf(String login, Set<Scope> scopes) {
        return tokenOf("040002", login, scopes);
    }
}
