package noroshi.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import noroshi.people.Officers;
import noroshi.people.Scope;
import noroshi.people.Tokens;
import noroshi.platform.Tenancy;
import org.junit.jupiter.api.Test;

class FeedApiTest extends ApiTest {

    private static final String PERSONS = "/api/v1/feeds/person";

    private String tokenOf(String login, Scope scope) {
        var tenancy = office.bean(Tenancy.class);
        var officer = tenancy.in("040002", () -> office.bean(Officers.class).list("040002")).stream()
                .filter(one -> one.login().equals(login))
                .findFirst()
                .orElseThrow();
        return office.bean(Tokens.class).issue(officer, "試験", Set.of(scope), null, Instant.EPOCH);
    }

    @Test
    void onlyAnAdministratorsKeyOfItsOwnScopeReadsTheFeed() {
        var answer = callAs(tokenOf("admin", Scope.PERSONS_FEED), "GET", PERSONS + "?max_results=3", "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/atom+xml");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.response().body()).contains("<pfif:person>").doesNotContain("home_street");
        assertThat(answer.response().body().split("<entry>", -1)).hasSize(4);
        assertThat(callAs(tokenOf("admin", Scope.READ), "GET", PERSONS, "").status())
                .isEqualTo(403);
        assertThat(callAs(tokenOf("sato", Scope.PERSONS_FEED), "GET", PERSONS, "")
                        .status())
                .isEqualTo(403);
        assertThat(callAs("", "GET", PERSONS, "").status()).isEqualTo(401);
        assertThat(callAs(tokenOf("admin", Scope.PERSONS_FEED), "GET", "/api/v1/articles", "")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whatCannotBeMeantIsRefusedWithTheReason() {
        var key = tokenOf("admin", Scope.PERSONS_FEED);

        assertThat(callAs(key, "GET", PERSONS + "?max_results=201", "").status())
                .isEqualTo(400);
        assertThat(callAs(key, "GET", PERSONS + "?min_entry_date=yesterday", "").text("detail"))
                .contains("min_entry_date");
        assertThat(callAs(key, "GET", "/api/v1/feeds/note?min_entry_date=2020-01-01T00:00:00Z", "")
                        .status())
                .isEqualTo(200);
    }
}
