package noroshi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import noroshi.calls.CallDesk;
import noroshi.calls.Terms;
import noroshi.damage.Damage;
import noroshi.damage.Damages;
import noroshi.damage.Kind;
import noroshi.damage.LossReports;
import org.junit.jupiter.api.Test;

class DamageScreenTest extends DeskTest {

    private static final String OCCASION = "demo-jishin";

    private Damage water() {
        return office.bean(Damages.class).list(SENDAI).stream()
                .filter(one -> one.subject().kind() == Kind.WATER)
                .findFirst()
                .orElseThrow();
    }

    private static String encoded(String words) {
        return java.net.URLEncoder.encode(words, java.nio.charset.StandardCharsets.UTF_8);
    }

    private long count(String query) {
        return tenancy.everywhere(() -> sql.sql(query).query(Long.class).single());
    }

    @Test
    void theDemonstrationHoldsDamageOfEveryKindOverAllGovernments() {
        assertThat(count("select count(distinct kind) from damage")).isEqualTo(Kind.values().length);
        assertThat(count("select count(distinct government) from damage")).isEqualTo(36);
        assertThat(count("select count(distinct government) from loss_report")).isEqualTo(35);
        assertThat(sendaiAdmin.get("/damage?shown=all").text()).contains("被害・復旧", "第二小学校", "復旧していないもの");
        assertThat(sendaiAdmin.get("/damage?kind=water&shown=all").text())
                .contains("第1配水区")
                .doesNotContain("第二小学校");
    }

    @Test
    void aReportIsPublishedLoggedAndOnTheRecord() {
        var damage = water();
        var fields = new HashMap<>(Map.of(
                "seen",
                String.valueOf(damage.report().id()),
                "state",
                "PARTIAL",
                "percent",
                "４０",
                "affected",
                "1,200",
                "extent",
                "<b>管が折れた</b>",
                "source",
                "水道局",
                "next",
                "180"));
        var told = sendaiAuthor.post("/damage/" + damage.id() + "/report", fields);

        assertThat(told.text()).contains("一部断水", "40％", "1,200戸", "水道局");
        assertThat(told.html()).contains("&lt;b&gt;管が折れた");
        assertThat(audit(SENDAI, "damage.reported").getFirst().subject()).isEqualTo("damage:" + damage.id());
        fields.put("percent", "100");
        var wrong = sendaiAuthor.post("/damage/" + damage.id() + "/report", fields);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("復旧したときだけ");
        fields.put("percent", "たくさん");
        assertThat(sendaiAuthor
                        .post("/damage/" + damage.id() + "/report", fields)
                        .status())
                .isEqualTo(422);
        assertThat(as("ishinomaki-kakari").get("/damage/" + damage.id()).status())
                .isEqualTo(404);
    }

    @Test
    void damageIsAddedAndCorrectedInSilence() {
        var fields = new HashMap<>(Map.of(
                "kind",
                "ROAD",
                "name",
                "試験道路",
                "district",
                "青葉区",
                "state",
                "STOPPED",
                "source",
                "道路課",
                "next",
                "360",
                "latitude",
                "38.27",
                "longitude",
                "140.87"));
        var added = sendaiAuthor.post("/damage/save", fields);
        assertThat(added.text()).contains("試験道路", "全面通行止め", "登録して公開しました");
        long id = office.bean(Damages.class).list(SENDAI).getLast().id();
        assertThat(sendaiAuthor.get("/damage/" + id + "/edit").text()).contains("お知らせや配信は送られません");
        fields.putAll(Map.of("id", String.valueOf(id), "version", "1", "name", "試験道路の橋"));

        assertThat(sendaiAuthor.post("/damage/save", fields).text()).contains("試験道路の橋", "お知らせは送られません");
        assertThat(sendaiAuthor.post("/damage/save", fields).status()).isEqualTo(409);
        fields.put("latitude", "999");
        assertThat(sendaiAuthor.post("/damage/save", fields).status()).isEqualTo(422);
    }

    @Test
    void aContradictionStandsAtItsFieldAndTheNextReportIsCounted() {
        int seen =
                office.bean(LossReports.class).log(SENDAI, OCCASION).getFirst().serial();
        var page = sendaiAdmin.get("/damage/losses/" + OCCASION);
        assertThat(page.text()).contains("人的被害", "被害総額（千円）", "35／35市町村");
        var fields = new HashMap<>(
                Map.of("seen", String.valueOf(seen), "dead", "500", "dead_related", "600", "source", "危機管理局"));
        var wrong = sendaiAdmin.post("/damage/losses/" + OCCASION, fields);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.html()).contains("href=\"#dead_related\"", "id=\"dead_related-wrong\"");
        fields.put("dead_related", "6");
        fields.put("note", "試験");

        assertThat(sendaiAdmin.post("/damage/losses/" + OCCASION, fields).text())
                .contains("第%d報を公開しました".formatted(seen + 1));
        assertThat(sendaiAdmin.post("/damage/losses/" + OCCASION, fields).status())
                .isEqualTo(409);
        assertThat(sendaiAuthor.post("/damage/losses/" + OCCASION, fields).status())
                .isEqualTo(403);
        assertThat(admin.get("/damage/losses/" + OCCASION).text()).contains("県の数字は市町村の報告の合計です");
    }

    @Test
    void theTelephoneDeskFindsByPlaceAndWordAndKeepsTheQuestionWithoutTheCaller() {
        var found = author.get("/calls?place=" + SENDAI + "&words=" + encoded("断水"));
        assertThat(found.text()).contains("第1配水区", "仙台市", "現在").doesNotContain("該当する事実はありません");
        assertThat(author.get("/calls?place=" + SENDAI + "&words=" + encoded("死者"))
                        .text())
                .contains("人的被害 死者（人）", "被害報告");
        var logged = author.post("/calls", Map.of("place", SENDAI, "words", "断水 090-1234-5678", "answer", "第1配水区"));
        assertThat(logged.text()).contains("問い合わせを記録しました", "断水").doesNotContain("1234");
        assertThat(author.post("/calls", Map.of("words", "入浴")).text()).contains("答えのなかった", "入浴", "県内すべて");
        assertThat(author.post("/calls", Map.of("words", "090-1234-5678")).text())
                .contains("記録する言葉がありません");
        assertThat(count("select count(*) from call_question where words like '%1234%'"))
                .isZero();
        assertThat(office.bean(CallDesk.class).find("", Terms.of("断水"))).hasSize(CallDesk.ANSWERS_MAX);
    }
}
