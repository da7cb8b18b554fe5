package noroshi.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import noroshi.people.Scope;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RegisterApiTest extends ApiTest {

    private static final String TOWN = "042021";
    private static final String ELSEWHERE = "041009";

    @Test
    void aReportOnAShelterHoldsAtOnceAndTheNextOneNamesWhatItHadSeen() {
        var path = "/api/v1/shelters/" + shelter().get("id");

        var first = call("POST", path + "/reports", Map.of("government", TOWN, "state", "closed"));
        var seen = first.json().at("/report/id").asLong();
        var second = call(
                "POST",
                path + "/reports",
                Map.of(
                        "government",
                        TOWN,
                        "state",
                        "open",
                        "people",
                        120,
                        "seen",
                        seen,
                        "needs",
                        Map.of("water", "no")));

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json().at("/report/held").asString()).isEqualTo("newest");
        var now = get(path + "?government=" + TOWN).json();
        assertThat(now.get("state").asString()).isEqualTo("open");
        assertThat(now.at("/report/people").asInt()).isEqualTo(120);
        assertThat(now.at("/report/needs/water").asString()).isEqualTo("no");
        assertDescribed("Shelter", now);
        assertDescribed("ShelterReport", now.get("report"));
    }

    @Test
    void whatAReportOnAShelterMayNotSayIsNamedAtItsField() {
        var path = "/api/v1/shelters/" + shelter().get("id") + "/reports";

        assertThat(pointers(call("POST", path, Map.of("government", TOWN, "state", "ajar", "people", -1)), 400))
                .containsExactlyInAnyOrder("#/state", "#/people");
        var tomorrow = Instant.now().plusSeconds(86_400).toString();
        assertThat(pointers(call("POST", path, Map.of("government", TOWN, "state", "open", "at", tomorrow)), 422))
                .containsExactly("#/at");
        assertThat(call("POST", "/api/v1/shelters/999999999/reports", Map.of("government", TOWN, "state", "open"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aTokenReportsForItsOwnTownAndWithItsScopeOnly() {
        var path = "/api/v1/shelters/" + shelter().get("id") + "/reports";
        var body = Map.of("government", TOWN, "state", "open");

        assertThat(callAs(tokenOf(ELSEWHERE, "sendai-bosai", Set.of(Scope.EVERYTHING)), "POST", path, body)
                        .status())
                .isEqualTo(403);
        var reader = callAs(tokenOf(TOWN, "ishinomaki-bosai", Set.of(Scope.READ)), "POST", path, body);
        assertThat(reader.text("scope")).isEqualTo("registers:write");
    }

    @Test
    void aPersonIsRecordedAndCheckedIn() {
        var added = call(
                "POST",
                "/api/v1/persons",
                Map.of("government", TOWN, "family", "訓練", "given", "太郎", "source", "試験", "consent", "given"));

        assertThat(added.status()).isEqualTo(201);
        var notes = "/api/v1/persons/" + added.text("id") + "/notes";
        var checkIn = Map.of("government", TOWN, "happening", "check_in", "status", "believed_alive");
        assertThat(pointers(call("POST", notes, checkIn), 422)).containsExactly("#");
        var said = Map.of("government", TOWN, "happening", "check_in", "place", "第一小学校");
        assertThat(call("POST", notes, said).status()).isEqualTo(201);
        assertThat(call("POST", "/api/v1/persons", Map.of("government", TOWN, "source", "試験"))
                        .status())
                .as("without a name")
                .isEqualTo(422);
        var registers = tokenOf(TOWN, "ishinomaki-bosai", Set.of(Scope.REGISTERS_WRITE));
        assertThat(callAs(registers, "POST", notes, said).status()).isEqualTo(403);
    }

    @Test
    void damageIsAddedReportedOnAndRead() {
        var road = Map.of("government", TOWN, "kind", "road", "name", "試験の道路", "state", "stopped", "source", "土木事務所");

        var added = call("POST", "/api/v1/damage", road);
        var path = "/api/v1/damage/" + added.text("id");
        var restored = Map.of(
                "government",
                TOWN,
                "state",
                "restored",
                "percent",
                100,
                "source",
                "土木事務所",
                "seen",
                added.json().get("report").asLong());

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.text("says")).isEqualTo("全面通行止め");
        assertThat(call("POST", path + "/reports", restored).text("says")).isEqualTo("通行可");
        assertThat(pointers(
                        call(
                                "POST",
                                path + "/reports",
                                Map.of("government", TOWN, "state", "stopped", "source", "土木事務所", "percent", 100)),
                        422))
                .containsExactly("#/percent");
        assertDescribed("Damage", get(path + "?government=" + TOWN).json());
    }

    @Test
    void lossesAreReportedOneAfterTheOtherAndContradictionsAreNamed() {
        var occasion = Map.of("code", "api-test", "name", "試験の災害", "begunAt", "2026-03-11T14:46:00+09:00");
        assertThat(call("POST", "/api/v1/losses", occasion).status()).isEqualTo(201);
        assertThat(call("POST", "/api/v1/losses", occasion).status()).isEqualTo(409);

        var first = call("POST", "/api/v1/losses/api-test", losses(0, Map.of("dead", 3, "destroyed_houses", 40)));
        var unseen = call("POST", "/api/v1/losses/api-test", losses(0, Map.of("dead", 4)));
        var fallen = call("POST", "/api/v1/losses/api-test", losses(1, Map.of("dead", 2)));

        assertThat(first.json().get("serial").asInt()).isEqualTo(1);
        assertThat(unseen.status()).isEqualTo(412);
        assertThat(unseen.json().get("newest").asInt()).isEqualTo(1);
        assertThat(pointers(fallen, 422)).containsExactly("#/figures/dead");
        assertThat(pointers(call("POST", "/api/v1/losses/api-test", losses(1, Map.of("ded", 2))), 400))
                .containsExactly("#/figures/ded");
        assertThat(call("POST", "/api/v1/losses/nowhere", losses(0, Map.of("dead", 0)))
                        .status())
                .isEqualTo(404);
        assertDescribed(
                "LossReport",
                get("/api/v1/losses/api-test?government=" + TOWN).json().get(0));
    }

    private static Map<String, Object> losses(int seen, Map<String, Integer> figures) {
        return Map.of("government", TOWN, "seen", seen, "figures", figures, "source", "防災課");
    }

    private JsonNode shelter() {
        return get("/api/v1/shelters?government=" + TOWN).json().get(0);
    }

    private static List<String> pointers(Answer answer, int status) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
        return answer.json().get("errors").findValuesAsString("pointer");
    }

    private void assertDescribed(String schema, JsonNode answered) {
        var properties = get("/api/v1/openapi.json").json().at("/components/schemas/%s/properties".formatted(schema));
        assertThat(answered.propertyNames()).isNotEmpty().allMatch(properties::has);
    }
}
