package noroshi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import noroshi.platform.SharedData;
import org.junit.jupiter.api.Test;

class EmergencyScreenTest extends DeskTest {

    @Test
    void everyoneSeesTheirGovernmentsEmergencies() {
        assertThat(author.get("/emergency").text()).contains("いまの緊急態勢（宮城県）", "電文");
        assertThat(sendaiAuthor.get("/emergency").text()).contains("いまの緊急態勢（仙台市）", "県がまとめて受け取り");
    }

    @Test
    void onlyThoseWhoMayHandTelegramsInAreOfferedTo() {
        assertThat(admin.get("/emergency").text()).contains("電文を取り込む", "再現として送る");
        assertThat(as("kiki").get("/emergency").text()).contains("電文を取り込む");
        assertThat(author.get("/emergency").text()).doesNotContain("電文を取り込む");
        assertThat(as("sendai-bosai").get("/emergency").text()).doesNotContain("電文を取り込む");

        var refused = author.upload("/emergency/telegrams", Map.of(), "a.xml", bytes("<a/>"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("電文を取り込めません", "危機管理の担当に依頼してください");
    }

    @Test
    void whatIsNoTelegramIsToldWithPlaceAndNextStep() {
        admin.get("/emergency");
        var page = admin.upload("/emergency/telegrams", Map.of(), "broken.xml", bytes("<Report><Control>"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("電文を受け付けられません", "場所：", "次にすること：", "電文を取り込む");
    }

    @Test
    void anEmptyUploadIsToldToChooseAFile() {
        admin.get("/emergency");
        var page = admin.upload("/emergency/telegrams", Map.of(), "", new byte[0]);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("電文のファイルが選ばれていません");
    }

    @Test
    void aFormFromElsewhereIsRefused() {
        var page = admin.postAsIs("/emergency/replay/end", Map.of());

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text()).contains("この操作は受け付けられません", "再読み込み");
    }

    @Test
    void aReplayedEarthquakeStandsUntilItIsEnded() throws IOException {
        var file = SharedData.folderOrSkip("outward/jma/telegrams").resolve("32-39_11_01_120615_VXSE51.xml");
        admin.get("/emergency");
        var taken = admin.upload(
                "/emergency/telegrams",
                Map.of("replay", "true"),
                file.getFileName().toString(),
                Files.readAllBytes(file));

        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.text()).contains("を受け付けました", "再現", "VXSE51", "再現を終える", "公開されているページを見る");
        for (var screen : new String[] {"/", "/articles"})
            assertThat(admin.get(screen).html()).as(screen).contains("<span class=\"mark\">再現</span>");
        assertThat(audit(MIYAGI, "telegram.replayed").getFirst().officer())
                .isEqualTo(officer(MIYAGI, "admin").id());

        var ended = admin.post("/emergency/replay/end", Map.of());
        assertThat(ended.text()).contains("再現を終えました", "いま、緊急態勢はありません");
        assertThat(audit(MIYAGI, "replay.ended")).isNotEmpty();
    }

    @Test
    void aDrillIsDeclaredLedOnAndEndedAndSaysSoOnEveryScreen() {
        var duty = as("kiki");
        duty.get("/emergency/declare");
        var fields = new HashMap<>(Map.of("grade", "画面からの訓練", "hazard", "FLOOD", "level", "WARNING", "phase", "ALERT"));
        fields.putAll(Map.of("drill", "true", "areas", "041009", "words", "川の水位が上がっています。", "hours", "abc"));
        var wrong = duty.post("/emergency/declare", fields);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("自動で終わる時刻は", "川の水位が上がっています。");

        fields.put("hours", "6");
        var declared = duty.post("/emergency/declare", fields);
        assertThat(declared.text()).contains("画面からの訓練（仙台市）", "訓練の緊急態勢を宣言しました", "段階やレベルを変える");
        assertThat(duty.get("/emergency").text()).contains("画面からの訓練", "訓練", "経過を見る・変える");

        var name = declared.html().replaceFirst("(?s).*name=\"name\" value=\"([^\"]+)\".*", "$1");
        assertThat(author.get("/emergency/event?name=" + name).text())
                .contains("訓練", "川の水位が上がっています。")
                .doesNotContain("段階やレベルを変える");
        var ended = duty.post(
                "/emergency/event",
                Map.of("name", name, "phase", "CLOSED", "level", "WARNING", "words", "訓練を終えました。", "hours", "1"));
        assertThat(ended.text()).contains("終結", "訓練を終えました。").doesNotContain("段階やレベルを変える");
        assertThat(audit(MIYAGI, "emergency.declared")).isNotEmpty();
        assertThat(audit(MIYAGI, "emergency.ended")).isNotEmpty();
    }

    @Test
    void evacuationInformationIsProposedByOneAndNeedsAnotherOrAReason() {
        var duty = as("sendai-bosai");
        duty.get("/emergency/evacuation");
        var proposed = duty.post(
                "/emergency/evacuation",
                Map.of(
                        "drill", "true", "kind", "issue", "level", "ORDER", "hazard", "FLOOD", "blocks", "荒浜\n蒲生",
                        "words", "氾濫のおそれ"));
        assertThat(proposed.text()).contains("避難指示（警戒レベル4）の発令", "承認待ち", "荒浜、蒲生", "訓練");
        assertThat(proposed.html()).doesNotContain("value=\"approve\"");

        var id = proposed.html().replaceFirst("(?s).*?action=\"/emergency/evacuation/([0-9]+)\".*", "$1");
        assertThat(duty.post("/emergency/evacuation/" + id, Map.of("act", "alone", "reason", ""))
                        .text())
                .contains("承認を待てない理由を");
        var decided = duty.post("/emergency/evacuation/" + id, Map.of("act", "alone", "reason", "承認者に連絡がつかない"));
        assertThat(decided.text()).contains("一人で決定（理由：承認者に連絡がつかない）");
        assertThat(duty.get("/emergency").text()).contains("避難指示", "訓練", "別の職員の確認を待っています");
        assertThat(decided.text()).contains("確認待ち", "別の職員の確認を待っています（期限");
        assertThat(decided.html()).as("not the decider").doesNotContain("/confirmation");
        var himself = duty.post("/emergency/evacuation/" + id + "/confirmation", Map.of("act", "confirm"));
        assertThat(himself.status()).isEqualTo(422);
        assertThat(himself.text()).contains("決めた本人は確認できません");
        assertThat(as("kiki").get("/emergency/evacuation").text()).doesNotContain("承認を求める");
    }

    @Test
    void aHeadquartersIsEstablishedUpgradedAndDissolvedOnTheScreen() {
        var duty = as("kiki");
        duty.get("/emergency/headquarters");
        var fields = new HashMap<>(Map.of("drill", "true", "kind", "WATCH", "place", "", "head", "知事"));
        fields.putAll(Map.of("reason", "大雨に備えるため", "at", "きのう", "name", "画面の本部", "event", ""));
        var unread = duty.post("/emergency/headquarters", fields);
        assertThat(unread.status()).isEqualTo(422);
        assertThat(unread.text()).contains("日時は「2026-03-11T15:00」の形で");
        fields.put("at", "");
        assertThat(duty.post("/emergency/headquarters", fields).text()).contains("設置場所がありません。");

        fields.put("place", "講堂");
        var shown = duty.post("/emergency/headquarters", fields);
        assertThat(shown.text()).contains("画面の本部", "訓練", "設置中", "設置を記録しました");
        var path = shown.html().replaceFirst("(?s).*?href=\"(/emergency/headquarters/[0-9]+)\".*", "$1");
        fields.put("act", "change");
        fields.put("kind", "DISASTER");
        assertThat(duty.post(path, fields).text()).contains("体制を改めました。", "解散を記録する");
        assertThat(author.get(path).text()).contains("大雨に備えるため").doesNotContain("解散を記録する");

        var nothing = duty.post(path, Map.of("act", "dissolve", "reason", ""));
        assertThat(nothing.text()).contains("理由がありません");
        var ended = duty.post(path, Map.of("act", "dissolve", "reason", "訓練を終えたため"));
        assertThat(ended.text()).contains("解散", "訓練を終えたため").doesNotContain("解散を記録する");
        assertThat(author.post("/emergency/headquarters", fields).status()).isEqualTo(403);
        assertThat(audit(MIYAGI, "headquarters.dissolved")).isNotEmpty();
    }

    @Test
    void onlyTheEmergencyOfficersOfAGovernmentDeclare() {
        assertThat(author.get("/emergency/declare").status()).isEqualTo(403);
        assertThat(author.get("/emergency/event?name=no-such").status()).isEqualTo(404);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
