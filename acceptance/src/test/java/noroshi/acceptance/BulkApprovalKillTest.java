package noroshi.acceptance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The office is killed in the middle of approving 200 articles, several times. Each is approved or waits; nothing is lost. */
@ExtendWith(WithDemonstration.class)
class BulkApprovalKillTest {

    private static final int ARTICLES = 200;
    private static final List<Integer> KILLED_AFTER = List.of(30, 80, 130);
    private static final Duration HEALED_WITHIN = Duration.ofSeconds(60);

    @Test
    void eachArticleIsApprovedOrWaitsWheneverTheOfficeDies(Demonstration demonstration) throws Exception {
        try (var http = new Http()) {
            long begun = System.nanoTime();
            var ledger = new Ledger(demonstration);
            var choices = waiting(new Api(http, demonstration));
            var result = approve(http, demonstration, choices);
            var seen = new ArrayList<Integer>();
            for (int after : KILLED_AFTER) {
                await(ledger, after);
                assertThat(demonstration.kill("office")).isTrue();
                seen.add(ledger.approvedInBulk());
                assertThat(ledger.halfApproved()).as("after a kill at %s", seen).isEmpty();
                Demonstration.await("the office is back", HEALED_WITHIN, () -> isWell(http, demonstration));
            }
            await(ledger, ARTICLES);
            assertThat(ledger.halfApproved()).isEmpty();
            System.out.printf(
                    "killed with %s of %d approved; all approved %d s after the first was written%n",
                    seen, ARTICLES, (System.nanoTime() - begun) / 1_000_000_000);
            try (var officer = new Http()) {
                signIn(officer, demonstration);
                assertThat(officer.get(result).expect(200).text()).contains("すべて終わりました");
            }
        }
    }

    /** Articles in review, as the boxes of the list name them. */
    private static List<String> waiting(Api api) throws IOException {
        var choices = new ArrayList<String>();
        for (int number = 1; number <= ARTICLES; number++) {
            var article = api.post(
                            "/articles",
                            Map.of("series", "news", "title", "まとめて承認する記事 %d".formatted(number), "body", "本文です。"))
                    .expect(201)
                    .json();
            var id = article.get("id").getAsLong();
            api.send("POST", "/articles/" + id + "/request-review", Map.of(), Map.of("If-Match", "\"1\""))
                    .expect(200);
            choices.add(id + ":1");
        }
        return choices;
    }

    /** Returns the address of the results. */
    private static String approve(Http http, Demonstration demonstration, List<String> choices) throws IOException {
        signIn(http, demonstration);
        var page = http.get(demonstration.officeUrl() + "/approvals?all=1").expect(200);
        assertThat(page.page().select("input[name=choice][checked]"))
                .as("every box is ticked already")
                .hasSizeGreaterThanOrEqualTo(ARTICLES);
        var csrf = requireNonNull(page.page().selectFirst("form[action='/approvals/bulk'] input[name=_csrf]"));
        var body = choices.stream().map(choice -> "choice=" + choice).collect(Collectors.joining("&")) + "&"
                + Http.encode(Map.of("_csrf", csrf.attr("value")));
        var answer = http.send(
                "POST",
                demonstration.officeUrl() + "/approvals/bulk",
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                body.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(302);
        var target = answer.header("Location");
        return target.startsWith("http") ? target : demonstration.officeUrl() + target;
    }

    private static void signIn(Http http, Demonstration demonstration) throws IOException {
        var password = demonstration.signIns().getFirst().split(" ")[1];
        var page = http.get(demonstration.officeUrl() + "/sign-in").expect(200);
        assertThat(Forms.submit(http, page, Map.of("login", "suzuki", "password", password))
                        .status())
                .isEqualTo(302);
    }

    private static void await(Ledger ledger, int approved) throws SQLException {
        long until = System.nanoTime() + HEALED_WITHIN.toNanos();
        while (ledger.approvedInBulk() < approved) {
            assertThat(System.nanoTime()).as("%d approved in time", approved).isLessThan(until);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static boolean isWell(Http http, Demonstration demonstration) {
        try {
            return http.get(demonstration.officeUrl() + "/health").status() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
