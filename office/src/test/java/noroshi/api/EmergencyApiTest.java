package noroshi.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import noroshi.people.Scope;
import org.junit.jupiter.api.Test;

class EmergencyApiTest extends ApiTest {

    private static final String EVACUATION = "/api/v1/evacuation";
    private static final String TOWN = "042056";

    private final String bosai = tokenOf(TOWN, "kesennuma-bosai", Set.of(Scope.EVERYTHING));
    private final String kakari = tokenOf(TOWN, "kesennuma-kakari", Set.of(Scope.EVERYTHING));

    @Test
    void anEvacuationOrderIsProposedWithOneTokenAndApprovedWithAnother() {
        var proposed = callAs(bosai, "POST", EVACUATION, order("issue", 4, "津波のおそれがあります。"));
        var decision = EVACUATION + "/" + proposed.text("id") + "/decision";

        assertThat(proposed.status()).isEqualTo(201);
        assertThat(proposed.text("decision")).isEqualTo("waiting");
        assertThat(titles()).isEmpty();
        assertThat(callAs(bosai, "POST", decision, Map.of("decision", "approve"))
                        .status())
                .as("by the one who proposed it")
                .isEqualTo(422);
        assertThat(callAs(kakari, "POST", decision, Map.of("decision", "approve"))
                        .status())
                .isEqualTo(204);
        assertThat(titles()).containsExactly("【訓練】避難指示（気仙沼市全域）");
        assertThat(callAs(bosai, "GET", EVACUATION, "")
                        .json()
                        .get(0)
                        .get("decision")
                        .asString())
                .isEqualTo("approved");

        var lift = callAs(bosai, "POST", EVACUATION, order("lift", 4, "警報が解除されました。"));
        var alone = EVACUATION + "/" + lift.text("id") + "/decision";
        assertThat(callAs(bosai, "POST", alone, Map.of("decision", "alone")).status())
                .as("without a reason")
                .isEqualTo(422);
        assertThat(callAs(bosai, "POST", alone, Map.of("decision", "alone", "reason", "承認者が避難中のため"))
                        .status())
                .isEqualTo(204);
        assertThat(titles()).isEmpty();
    }

    @Test
    void whoMayNotOrderIsToldSo() {
        assertThat(call("POST", EVACUATION, order("issue", 4, "県は出せない")).status())
                .isEqualTo(409);
        assertThat(callAs(kakari, "POST", EVACUATION, order("issue", 4, "担当でない"))
                        .status())
                .isEqualTo(409);
        var wrong = callAs(bosai, "POST", EVACUATION, order("issue", 2, "レベル違い"));
        assertThat(wrong.json().get("errors").findValuesAsString("pointer")).containsExactly("#/level");
        var reader = tokenOf(TOWN, "kesennuma-bosai", Set.of(Scope.READ));
        assertThat(callAs(reader, "POST", EVACUATION, order("issue", 4, "読むだけ")).text("scope"))
                .isEqualTo("emergencies:write");
    }

    @Test
    void anEmergencyIsDeclaredChangedAndClosed() {
        var body = new HashMap<String, Object>(Map.of(
                "hazard", "landslide", "level", "warning", "grade", "土砂災害に警戒", "words", "斜面から離れてください。", "drill", true));
        body.put("areas", List.of(TOWN));

        var declared = callAs(bosai, "POST", "/api/v1/emergencies", body);
        var path = declared.header("Location");
        var risen = Map.of("phase", "response", "level", "danger", "words", "崖が崩れました。");
        var closed = Map.of("phase", "closed", "level", "watch", "words", "終わりました。");

        assertThat(declared.status()).isEqualTo(201);
        assertThat(callAs(bosai, "POST", "/api/v1/emergencies", body).status()).isEqualTo(422);
        assertThat(callAs(bosai, "PUT", path, risen).json()).hasSize(2);
        assertThat(callAs(bosai, "PUT", path, closed).json()).hasSize(3);
        assertThat(callAs(bosai, "PUT", path, closed).status()).as("once more").isEqualTo(422);
        assertThat(callAs(bosai, "GET", path, "").json().get(2).get("phase").asString())
                .isEqualTo("closed");
        assertThat(callAs(kakari, "POST", "/api/v1/emergencies", body).status()).isEqualTo(409);
    }

    @Test
    void whetherItIsADrillIsSaidAndNeverLeftOut() {
        var emergency = Map.of(
                "hazard",
                "flood",
                "level",
                "danger",
                "grade",
                "川があふれそうです",
                "areas",
                List.of(TOWN),
                "words",
                "離れてください。");
        var order = new HashMap<>(order("issue", 4, "津波のおそれがあります。"));
        order.remove("drill");

        for (var answer : List.of(
                callAs(bosai, "POST", "/api/v1/emergencies", emergency), callAs(bosai, "POST", EVACUATION, order))) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().get("errors").findValuesAsString("pointer"))
                    .containsExactly("#/drill");
            assertThat(answer.response().body()).contains("訓練なら true、実際の災害なら false");
        }
        assertThat(titles()).isEmpty();
    }

    private List<String> titles() {
        return get("/api/v1/emergencies?government=" + TOWN).json().findValuesAsString("title");
    }

    private static Map<String, Object> order(String act, int level, String words) {
        return Map.of("act", act, "hazard", "tsunami", "level", level, "words", words, "drill", true);
    }
}
