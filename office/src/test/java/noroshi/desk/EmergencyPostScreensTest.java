package noroshi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One person on night duty: short form, one look at whom it reaches, public at once; the review follows by another. */
class EmergencyPostScreensTest {

    private static final String SCRIPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

    @Test
    void anEmergencyIsPublicAtOnceAndReviewedAfterwards() {
        var kiki = Visitor.signedIn("kiki");
        var blank = kiki.get("/emergency/post").is(200).says("緊急発信", "とるべき行動");
        var fields = fields("大崎市古川で断水しています", blank.hidden("once"));
        var confirm = kiki.post("/emergency/post", with(fields, "confirm"), List.of("042153"))
                .is(200)
                .says("緊急発信の確認", "メール登録者", "人", "大崎市", "給水所");
        assertThat(confirm.html()).contains("<li>給水所は");

        var article = kiki.post("/emergency/post", with(fields, "publish"), List.of("042153"))
                .is(200)
                .says("緊急発信しました", "公開中", "事後確認待ち");
        assertThat(article.text()).doesNotContain("承認済み");
        assertThat(kiki.post("/emergency/post", with(fields, "publish"), List.of("042153"))
                        .path())
                .isEqualTo(article.path());

        var suzuki = Visitor.signedIn("suzuki");
        suzuki.get("/").says("緊急発信の事後確認", "大崎市古川で断水しています");
        var approval = ArticleScreensTest.approval(article.path());
        suzuki.get(approval).is(200).says("確認しました");
        suzuki.post(approval, Map.of("edition", "1", "act", "review")).is(200).says("事後確認を記録しました");
        assertThat(suzuki.get(article.path()).text()).doesNotContain("事後確認待ち");
    }

    @Test
    void goingBackFromTheLastLookKeepsEveryWord() {
        var kiki = Visitor.signedIn("kiki");
        kiki.get("/emergency/post");
        var back = kiki.post("/emergency/post", with(fields("戻る題名", "x1"), "edit"), List.of("042153"))
                .is(200)
                .says("給水所は古川支所です");
        assertThat(back.html()).contains("value=\"戻る題名\"").containsPattern("value=\"042153\" checked");
    }

    @Test
    void withoutAnAreaNobodyIsToldByMistake() {
        var kiki = Visitor.signedIn("kiki");
        kiki.get("/emergency/post");
        kiki.post("/emergency/post", with(fields("地域のない発信", "x2"), "publish"))
                .is(422)
                .says("地域が選ばれていません", "給水所は古川支所です");
    }

    @Test
    void anUnknownSeriesIsToldInWordsOfTheScreen() {
        var kiki = Visitor.signedIn("kiki");
        kiki.get("/emergency/post");
        var wrong = with(fields("媒体のない発信", "x4"), "confirm");
        wrong.put("series", "nonsense");
        var page =
                kiki.post("/emergency/post", wrong, List.of("042153")).is(422).says("一覧から選んでください");
        assertThat(page.text()).doesNotContain("/api/");
    }

    @Test
    void whoIsNotOnDutyReadsWhoIs() {
        var sato = Visitor.signedIn("sato");
        sato.get("/emergency/post").is(403).says("緊急発信担当", "危機対策課 当直");
        sato.post("/emergency/post", with(fields("権限のない発信", "x3"), "publish"), List.of("042153"))
                .is(403);
        assertThat(sato.get("/articles?q=%E6%A8%A9%E9%99%90%E3%81%AE%E3%81%AA%E3%81%84")
                        .text())
                .contains("条件に合う記事はありません");
    }

    @Test
    void markupIsText() {
        var kiki = Visitor.signedIn("kiki");
        kiki.get("/emergency/post");
        var fields = Map.of("title", SCRIPT, "todo", SCRIPT, "what", SCRIPT, "series", SCRIPT, "once", SCRIPT);
        for (var act : List.of("confirm", "edit", "publish")) {
            var page = kiki.post("/emergency/post", with(fields, act), List.of("042153"));
            assertThat(page.html()).doesNotContain("<script", "<img src=x");
        }
    }

    private static Map<String, String> fields(String title, String once) {
        return Map.of(
                "title",
                title,
                "todo",
                "水をためてください\n・給水所は古川支所です",
                "what",
                "午前2時ごろ、配水管が破損しました。\n復旧の見込みは確認中です。",
                "series",
                "emergency",
                "once",
                once);
    }

    private static Map<String, String> with(Map<String, String> fields, String act) {
        var all = new LinkedHashMap<>(fields);
        all.put("act", act);
        return all;
    }
}
