package noroshi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The main job at the office's screens, in the running office, as officers with different roles. */
class ArticleScreensTest {

    private static final String SCRIPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

    private final Visitor sato = Visitor.signedIn("sato");

    @Test
    void anArticleIsWrittenAskedForApprovedAndPublished() {
        var article = written(sato, "画面から書いた記事", "本文の**大切**なところ");
        sato.get(article).is(200).says("下書き", "承認を依頼する");
        sato.post(article + "/request", Map.of("edition", "1", "comment", "急ぎです"))
                .is(200)
                .says("承認待ち", "承認を依頼しました");

        var suzuki = Visitor.signedIn("suzuki");
        suzuki.get("/").says("承認を待っている記事");
        suzuki.get("/approvals").says("画面から書いた記事");
        suzuki.get(approval(article)).is(200).says("急ぎです", "承認する", "差し戻す");
        suzuki.post(approval(article), Map.of("edition", "1", "act", "approve"))
                .is(200)
                .says("承認済み");

        var takahashi = Visitor.signedIn("takahashi");
        takahashi.get("/").says("公開を待っている記事");
        takahashi.get(article + "/publish").is(200).says("公開の確認", "すぐに公開する");
        takahashi
                .post(article + "/publish", Map.of("edition", "1", "when", "now"))
                .is(200)
                .says("公開中", "公開サイトで見る");
    }

    @Test
    void anArticleSentBackShowsItsAuthorWhy() {
        var article = written(sato, "差し戻される記事", "本文");
        sato.post(article + "/request", Map.of("edition", "1"));

        var suzuki = Visitor.signedIn("suzuki");
        suzuki.get(approval(article));
        suzuki.post(approval(article), Map.of("edition", "1", "act", "remand"))
                .is(422)
                .says("差し戻しの理由がありません");
        suzuki.post(approval(article), Map.of("edition", "1", "act", "remand", "comment", "日付が違います"))
                .is(200);

        sato.get("/").says("差し戻された記事", "差し戻される記事");
        sato.get(article).says("差し戻されました", "日付が違います");
    }

    @Test
    void aSecondClickIsNoFailure() {
        var article = written(sato, "二度押される記事", "本文");
        for (int i = 0; i < 2; i++)
            sato.post(article + "/request", Map.of("edition", "1", "comment", ""))
                    .is(200)
                    .says("承認を依頼しました");

        var suzuki = Visitor.signedIn("suzuki");
        suzuki.get(approval(article)).is(200);
        for (int i = 0; i < 2; i++)
            suzuki.post(approval(article), Map.of("edition", "1", "act", "approve"))
                    .is(200)
                    .says("承認しました");
        assertThat(suzuki.get(article).html().split("<strong>承認</strong>（第1版）", -1))
                .as("recorded once")
                .hasSize(2);
    }

    @Test
    void beforeApprovalOrWithoutTheRoleNoButtonToPublishIsShown() {
        var article = written(sato, "まだ公開できない記事", "本文");
        var takahashi = Visitor.signedIn("takahashi");
        assertThat(takahashi
                        .get(article + "/publish")
                        .is(200)
                        .says("まだ承認されていません")
                        .html())
                .doesNotContain("name=\"when\"");
        sato.post(article + "/request", Map.of("edition", "1"));
        var suzuki = Visitor.signedIn("suzuki");
        suzuki.get(approval(article));
        suzuki.post(approval(article), Map.of("edition", "1", "act", "approve")).is(200);
        assertThat(sato.get(article + "/publish").is(200).says("公開担当の役割が必要です").html())
                .doesNotContain("name=\"when\"");
        assertThat(takahashi.get(article + "/publish").is(200).html()).contains("name=\"when\"");

        takahashi
                .post(article + "/publish", Map.of("edition", "1", "when", "now"))
                .is(200);
        takahashi.get(article + "/withdraw");
        takahashi
                .post(article + "/withdraw", Map.of("edition", "1", "reason", "終わり"))
                .is(200)
                .says("新しい版を書いて公開し直す", "作成者か緊急発信担当の役割が必要です");
    }

    @Test
    void whoLacksTheRoleReadsWhyAndWhoCan() {
        var article = written(sato, "役割のない人の記事", "本文");
        sato.post(article + "/request", Map.of("edition", "1"));

        sato.get(approval(article));
        sato.post(approval(article), Map.of("edition", "1", "act", "approve", "comment", "消えないで"))
                .is(403)
                .says("「承認者」の役割がありません", "消えないで");
        sato.get(article).says("承認者の役割が必要です", "できる職員", "鈴木");
        sato.get(article + "/publish");
        sato.post(article + "/publish", Map.of("edition", "1", "when", "now"))
                .is(403)
                .says("「公開担当」の役割がありません");
    }

    @Test
    void twoOfficersAtOnceLoseNothing() {
        var article = written(sato, "二人が直す記事", "初めの本文");
        var suzuki = Visitor.signedIn("suzuki");
        suzuki.get(article + "/edit").is(200);
        sato.get(article + "/edit").is(200);
        suzuki.post(article + "/edit", form("二人が直す記事", "鈴木の本文", "1")).is(200).says("第2版");

        var conflict = sato.post(article + "/edit", form("二人が直す記事", "佐藤の本文", "1"))
                .is(409)
                .says("鈴木", "先に第2版を保存しました", "鈴木の本文", "佐藤の本文");
        assertThat(conflict.first("name=\"body\"[^>]*>(.*?)</textarea>").strip())
                .isEqualTo("佐藤の本文");
        assertThat(conflict.hidden("basedOn")).isEqualTo("2");
        sato.post(article + "/edit", form("二人が直す記事", "二人の本文", "2")).is(200).says("第3版");
        sato.get(article + "/editions/3").says("鈴木", "二人", "の本文", "削除", "追加");
    }

    @Test
    void whatIsWrongIsSaidAndWhatWasTypedStays() {
        sato.get("/articles/new");
        var fields = form("", "消えてはならない本文", "0");
        fields.put("startDate", "きのう");
        var refused =
                sato.post("/articles/new", fields).is(422).says("入力を確かめてください", "日時として読めません", "題名がありません", "消えてはならない本文");
        assertThat(refused.html()).contains("href=\"#event\"", "value=\"きのう\"");

        fields.put("startDate", "");
        sato.post("/articles/new", fields).is(422).says("題名がありません", "消えてはならない本文");
    }

    @Test
    void whatTheChecksFindStandsAtItsPlaceAndIsRepairedByOneTap() {
        sato.get("/articles/new");
        var fields = form("点検される記事", "塩釜市の説明会①にお越しください。", "0");
        fields.put("act", "preview");
        var found = sato.post("/articles/new", fields)
                .is(200)
                .says("点検（2件）", "本文の1行目: 地名の誤り", "正しくは「塩竈市」です", "JIS X 8341-3:2016");

        assertThat(found.html()).contains("<mark>塩釜市</mark>", "value=\"repair:body:place-name:0\"");
        fields.put("act", "repair:body:place-name:0");
        sato.post("/articles/new", fields).is(200).says("塩竈市の説明会①にお越しください。", "点検（1件）");
    }

    @Test
    void everyFieldShowsMarkupAsText() {
        sato.get("/articles/new");
        var fields = form(SCRIPT, SCRIPT, "0");
        fields.putAll(Map.of("summary", SCRIPT, "place", SCRIPT, "startDate", SCRIPT, "correction", SCRIPT));
        fields.putAll(Map.of("imageAlt", SCRIPT, "department", SCRIPT, "once", SCRIPT, "change", SCRIPT));
        assertHarmless(sato.post("/articles/new", fields).is(422));

        fields.put("act", "preview");
        assertHarmless(sato.post("/articles/new", fields).is(200));

        var article = written(sato, SCRIPT, SCRIPT);
        assertHarmless(sato.get(article).is(200));
        assertHarmless(sato.get(article + "/edit").is(200));
        assertHarmless(sato.get(article + "/editions/1").is(200));
        assertHarmless(sato.get(article + "/preview").is(200));
        assertHarmless(sato.get(article + "/withdraw").is(200));
        assertHarmless(sato.post(article + "/request", Map.of("edition", "1", "comment", SCRIPT)));
        assertHarmless(sato.get(approval(article)).is(200));
        assertHarmless(sato.get("/articles?state=%3Cscript%3E&series=%3Cscript%3E&q=%22%3E%3Cscript%3E")
                .is(200));
        assertHarmless(sato.get("/").is(200));
    }

    @Test
    void thePreviewIsThePageReadersWillGet() {
        var article = written(sato, "見え方を確かめる記事", "## 見出し\n\n本文");
        for (var view : new String[] {"full", "lite", "text"}) {
            sato.get(article + "/preview?view=" + view).is(200).says("KB");
            assertThat(sato.get(article + "/page?view=" + view).is(200).html()).contains("見え方を確かめる記事");
        }
    }

    @Test
    void pressingTwiceWritesOnce() {
        var page = sato.get("/articles/new");
        var fields = form("二度押した記事", "本文", "0");
        fields.put("once", page.hidden("once"));
        var first = sato.post("/articles/new", fields).is(200).path();

        assertThat(sato.post("/articles/new", fields).is(200).path()).isEqualTo(first);
    }

    @Test
    void aFormWithoutItsHiddenFieldChangesNothingAndGivesTheTextBack() {
        sato.get("/articles/new");
        sato.forgetTheHiddenField();
        sato.post("/articles/new", form("偽の記事", "写し取る本文", "0")).is(403).says("受け付けられません", "写し取る本文");
        assertThat(sato.get("/articles?q=%E5%81%BD%E3%81%AE%E8%A8%98%E4%BA%8B").text())
                .contains("条件に合う記事はありません");
    }

    @Test
    void whatIsMissingIsSaidInJapanese() {
        sato.get("/articles/999999").is(404).says("ページが見つかりません", "ホームへ");
        sato.get("/no/such/page").is(404).says("ページが見つかりません");
        sato.get("/articles/1%3Cscript%3E").is(404);
        assertThat(sato.get("/articles/x").is(404).html()).doesNotContain("<script", "Exception");
    }

    @Test
    void anotherTownsArticleIsNotThere() {
        var article = written(sato, "県の記事", "本文");

        Visitor.signedIn("sendai-koho").get(article).is(404);
        Visitor.signedIn("admin").get(article).is(200);
    }

    @Test
    void anOpeningIsPromisedMovedAndTakenBack() {
        var admin = Visitor.signedIn("admin");
        var article = written(sato, "予約する記事", "本文");
        sato.post(article + "/request", Map.of("edition", "1"));
        admin.get(article + "/publish").is(200);
        admin.post(approval(article), Map.of("edition", "1", "act", "approve"));
        var wish = new LinkedHashMap<>(Map.of("edition", "1", "when", "later", "opensDate", "", "opensTime", "09:00"));
        admin.post(article + "/publish", wish).is(422).says("公開する日時の日付がありません");
        wish.put("opensDate", "2020-01-01");
        admin.post(article + "/publish", wish).is(422).says("公開する日時が過ぎています");
        wish.put("opensDate", "2199-01-01");
        admin.post(article + "/publish", wish).is(200).says("2199年1月1日（火）9時00分に自動で公開されます");

        admin.post(article + "/move", Map.of("edition", "1", "series", ""))
                .is(422)
                .says("媒体が選ばれていません");
        admin.post(article + "/move", Map.of("edition", "1", "series", "events"))
                .is(200)
                .says("媒体を移しました", "イベント");
        admin.get(article + "/withdraw").says("公開予約を取り消す");
        admin.post(article + "/withdraw", Map.of("edition", "1", "reason", "中止になりました"))
                .is(200)
                .says("公開終了", "中止になりました");
        admin.post(article + "/withdraw", Map.of("edition", "1", "reason", ""))
                .is(200)
                .says("何も変わっていません");
    }

    @Test
    void thePrefecturesAdministratorHelpsATown() {
        var admin = Visitor.signedIn("admin");
        admin.get("/articles?government=041009").is(200).says("扱う団体", "仙台市");
        var fields = form("仙台市の代わりに書いた記事", "本文", "0");
        fields.put("government", "041009");
        admin.get("/articles/new?government=041009").is(200);
        var article = admin.post("/articles/new", fields).is(200).path();

        Visitor.signedIn("sendai-kakari").get(article).is(200).says("仙台市の代わりに書いた記事");
        sato.get("/articles?government=041009").is(403);
        sato.post("/articles/new", fields).is(403);
    }

    @Test
    void theListIsSearchedAndTurned() {
        sato.get("/articles").is(200).says("次の20件");
        var page = sato.get("/articles?state=public&q=%E5%BE%A9%E8%88%88").is(200);
        assertThat(page.html()).contains("class=\"state public\"").doesNotContain("class=\"state draft\"");
        sato.get("/articles?state=nonsense&before=nonsense").is(200);
    }

    static String written(Visitor visitor, String title, String body) {
        visitor.get("/articles/new");
        return visitor.post("/articles/new", form(title, body, "0")).is(200).path();
    }

    static Map<String, String> form(String title, String body, String basedOn) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("basedOn", basedOn);
        fields.put("series", "news");
        fields.put("title", title);
        fields.put("body", body);
        fields.put("act", "save");
        return fields;
    }

    static String approval(String article) {
        return article.replace("/articles/", "/approvals/");
    }

    private static void assertHarmless(Visitor.Page page) {
        var written = page.html().replace("<script src=\"/assets/office/editor.js\" defer></script>", "");
        assertThat(written).doesNotContain("<script", "<img src=x");
        // An attribute that a quote had broken open would let the handler stand outside of quotes.
        assertThat(page.html().replaceAll("\"[^\"]*\"", "\"\"")).doesNotContainPattern("<[^>]*\\bonerror");
    }
}
