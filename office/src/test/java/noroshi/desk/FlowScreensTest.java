package noroshi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import noroshi.platform.RunningOffice;
import noroshi.platform.Tenancy;
import noroshi.workflow.BulkApprovals;
import org.junit.jupiter.api.Test;

/** The screens of the workflow in the running office: routes, remarks, many at once, taking over, the gate, the trash. */
class FlowScreensTest {

    private static final String MIYAGI = "040002";

    private final RunningOffice office = RunningOffice.instance();
    private final Visitor sato = Visitor.signedIn("sato");
    private final Visitor suzuki = Visitor.signedIn("suzuki");
    private final Visitor takahashi = Visitor.signedIn("takahashi");
    private final Visitor admin = Visitor.signedIn("admin");

    @Test
    void theDemonstrationShowsARouteARemarkAndWhoWaits() {
        sato.get("/").is(200).says("差し戻された記事", "県庁見学の参加者を募集します");
        suzuki.get("/approvals").is(200).says("あなたの承認を待っている記事", "県政広報展を開きます", "班長の確認");
        admin.get("/approvals/board").is(200).says("だれがだれを待っているか", "県政広報展を開きます", "鈴木");
        admin.get("/settings/routes").is(200).says("催しのお知らせ（広報課）", "班長の確認（1人） → 課長の承認（1人）");
    }

    @Test
    void aRouteIsAddedChangedAndRefusedWithTheReasonAtItsStep() {
        admin.get("/settings/routes/new").is(200).says("第1段階", "作成者の課室");
        var fields = new LinkedHashMap<String, String>();
        fields.put("name", "人材の記事");
        fields.put("series", "jobs");
        fields.put("step1Name", "担当の確認");
        fields.put("step1Role", "approver");
        fields.put("step1Required", "9");
        var refused = admin.post("/settings/routes/new", fields).is(422).says("承認できる職員が足りません", "まだ保存していません");
        assertThat(refused.html()).contains("href=\"#step1\"", "value=\"担当の確認\"");

        fields.put("step1Required", "1");
        admin.post("/settings/routes/new", fields).is(200).says("人材の記事", "担当の確認（1人）");
        var id = admin.get("/settings/routes").first("/settings/routes/(\\d+)\">人材の記事");
        admin.get("/settings/routes/" + id).is(200);
        admin.post("/settings/routes/" + id + "/drop", Map.of()).is(200).says("承認の経路を削除しました");
        sato.get("/settings/routes").is(403);
    }

    @Test
    void aRemarkStandsUnderItsLineUntilItIsResolved() {
        var article = asked("指摘される記事", "一行目です。\n\n会場は県庁です。");
        suzuki.get(approval(article)).is(200).says("場所を示して指摘する", "3行目: 会場は県庁です。");
        suzuki.post(approval(article) + "/remarks", Map.of("edition", "1", "line", "3", "quote", "ない言葉", "remark", "x"))
                .is(422)
                .says("本文に見つかりません");
        suzuki.post(
                        approval(article) + "/remarks",
                        Map.of("edition", "1", "line", "3", "quote", "県庁", "remark", "合同庁舎です"))
                .is(200)
                .says("指摘を加えました", "3行目への指摘");
        suzuki.post(approval(article), Map.of("edition", "1", "act", "remand", "comment", "直してください"))
                .is(200);

        var shown = sato.get(article).is(200).says("場所を示した指摘", "合同庁舎です");
        assertThat(shown.html()).contains("会場は<mark>県庁</mark>です。");
        sato.get(article + "/edit").is(200).says("本文への指摘", "合同庁舎です");
        var remark = shown.first("/remarks/(\\d+)/resolve");
        sato.get(article);
        sato.post(article + "/remarks/" + remark + "/resolve", Map.of()).is(200).says("解決にしました");
    }

    @Test
    void anAuthorPullsBackWhatWaits() {
        var article = asked("引き戻す記事", "本文です。");
        sato.get(article + "/pull-back").is(200).says("これまでの承認は数えません");
        sato.post(article + "/pull-back", Map.of("edition", "1", "comment", "誤りに気づきました"))
                .is(200)
                .says("引き戻しました", "下書き");
        suzuki.get(approval(article));
        suzuki.post(approval(article), Map.of("edition", "1", "act", "approve")).is(403);
    }

    @Test
    void manyAreApprovedAtOnceAndTheResultsStandOnAScreen() {
        var one = asked("まとめて一", "本文です。");
        var two = asked("まとめて二", "本文です。");
        assertThat(suzuki.get("/approvals?all=1").is(200).html())
                .contains("value=\"%s:1\" checked".formatted(number(one)));
        suzuki.post("/approvals/bulk", Map.of()).is(422).says("記事が選ばれていません");
        var begun = suzuki.post("/approvals/bulk", Map.of("choice", number(one) + ":1," + number(two) + ":9"))
                .is(200)
                .says("2件の承認を受け付けました");

        var id = Long.parseLong(begun.path().replaceAll(".*/", ""));
        var bulks = office.bean(BulkApprovals.class);
        var tenancy = office.bean(Tenancy.class);
        until(() ->
                tenancy.in(MIYAGI, () -> bulks.find(MIYAGI, id).orElseThrow().isDone()));
        suzuki.get(begun.path()).is(200).says("承認しました", "承認できませんでした", "すべて終わりました");
        sato.get(one).says("承認済み");
    }

    @Test
    void anErrorStopsThePublicationUntilSomebodyWhoMayGivesAReason() {
        var article = asked("点検で止まる記事", "塩釜市の説明会です。");
        suzuki.get(approval(article)).is(200).says("点検のエラー（1件）", "地名の誤り", "点検の例外を認める人");
        suzuki.post(approval(article), Map.of("edition", "1", "act", "approve"))
                .is(422)
                .says("点検でエラーが1件見つかりました");
        admin.get(approval(article));
        admin.post(approval(article), Map.of("edition", "1", "act", "approve", "reason", "点検の試験: 引用のため"))
                .is(200)
                .says("承認済み");
        takahashi.get(article + "/publish").is(200).says("エラーを残すことが認められています");
        takahashi
                .post(article + "/publish", Map.of("edition", "1", "when", "now"))
                .is(200)
                .says("公開中");

        admin.get("/approvals/errors").is(200).says("点検で止まる記事", "引用のため", "塩釜市");
        assertThat(admin.get("/approvals/errors.csv?department=kouhou").is(200).html())
                .startsWith("\uFEFF日時,状態")
                .contains("点検で止まる記事", "place-name");
        assertThat(admin.get("/approvals/errors?department=doro").text()).doesNotContain("点検で止まる記事");
    }

    @Test
    void whoIsTakenOverFromLosesNothing() {
        var article = written("引き継がれる記事", "初めの本文");
        sato.get(article + "/edit").is(200);
        suzuki.get(article + "/edit").is(200).says("編集しています", "編集を引き継ぐ");
        suzuki.post(article + "/take-over", Map.of()).is(200);
        suzuki.get(article).says("編集の引き継ぎ");

        var late = sato.post(article + "/edit", form("引き継がれる記事", "佐藤が書いた本文", "1"))
                .is(409)
                .says("鈴木", "編集を引き継いでいる", "佐藤が書いた本文");
        assertThat(late.html()).contains("href=\"#body\"");
        var kept = sato.get(article).says("書きかけの控え").first("(/articles/\\d+/kept/\\d+)");
        sato.get(kept).is(200).says("佐藤が書いた本文", "いまの第1版からの違い");
        suzuki.get(article + "/edit").is(200);
        suzuki.post(article + "/edit", form("引き継がれる記事", "鈴木が書いた本文", "1"))
                .is(200)
                .says("第2版");
        sato.post(
                        article.replace("/articles/", "/write/articles/") + "/kept",
                        Map.of("text", kept.replaceAll(".*/", "")))
                .is(200)
                .says("佐藤が書いた本文");
        suzuki.post(kept + "/drop", Map.of()).is(200);
        sato.get(kept).is(200);
        sato.post(kept + "/drop", Map.of()).is(200).says("控えを捨てました");
    }

    @Test
    void anOlderEditionComesBackAndTheDifferencesAreShownInWordsAndLooks() {
        var article = written("違いを見る記事", "開始は10時です。");
        sato.get(article + "/edit");
        sato.post(article + "/edit", form("違いを見る記事", "開始は13時です。", "1")).is(200);
        assertThat(sato.get(article + "/editions/2").is(200).html())
                .contains("<del>10</del>", "<ins>13</ins>", "/editions/2/looks?with=1");
        sato.get(article + "/editions/2/looks?with=1").is(200).says("見た目の違い", "取り消し線");
        assertThat(sato.get(article + "/page/compared?edition=2&against=1")
                        .is(200)
                        .html())
                .contains("<ins><mark>13</mark></ins>");
        assertThat(sato.get(article + "/page/compared?edition=1&against=2")
                        .is(200)
                        .html())
                .contains("<del><mark>10</mark></del>");

        sato.get(article + "/editions/1").is(200).says("第1版の内容で下書きを作る");
        sato.post(article + "/editions/1/restore", Map.of("edition", "2"))
                .is(200)
                .says("第3版の下書きを作りました", "開始は10時です。");
    }

    @Test
    void aDraftGoesIntoTheTrashAndComesBack() {
        var article = written("捨てる記事", "本文です。");
        sato.get(article + "/trash").is(200);
        sato.post(article + "/trash", Map.of("edition", "1")).is(200).says("ごみ箱に入れました", "ごみ箱から戻す");
        assertThat(sato.get("/articles?q=捨てる記事".replace("捨てる記事", "%E6%8D%A8%E3%81%A6%E3%82%8B%E8%A8%98%E4%BA%8B"))
                        .text())
                .contains("条件に合う記事はありません");
        sato.get("/trash").is(200).says("捨てる記事");
        sato.get(article + "/take-out").is(200);
        sato.post(article + "/take-out", Map.of("edition", "1")).is(200).says("ごみ箱から戻しました", "承認を依頼する");
    }

    @Test
    void anAbsenceIsEnteredRefusedAndTakenBack() {
        var id = officer("takahashi");
        var fields = new LinkedHashMap<>(Map.of("from", "2031-04-01", "until", "2031-03-01", "delegate", id));
        suzuki.get("/absences").is(200).says("不在と代理");
        suzuki.post("/absences", fields).is(422).says("終わりの日が始まりの日より前です");
        fields.put("until", "2031-04-05");
        suzuki.post("/absences", fields).is(200).says("不在を登録しました", "2031-04-01 から 2031-04-05");
        var absence = suzuki.get("/absences").first("/absences/(\\d+)/end");
        suzuki.post("/absences/" + absence + "/end", Map.of()).is(200).says("取り消しました");
        sato.get("/absences");
        sato.post("/absences", Map.of("officer", id, "from", "2031-04-01", "until", "2031-04-02", "delegate", "1"))
                .is(403);
    }

    @Test
    void everyDecisionIsFoundAgainAndExported() {
        var article = asked("=記録を探す記事", "本文です。");
        suzuki.get(approval(article));
        suzuki.post(approval(article), Map.of("edition", "1", "act", "approve", "comment", "よく書けています"))
                .is(200);

        admin.get("/approvals/history?officer=" + officer("suzuki") + "&decision=approved&series=news&from=2020-01-01")
                .is(200)
                .says("=記録を探す記事", "よく書けています");
        assertThat(admin.get("/approvals/history?until=2020-01-01").text()).contains("条件に合う記録はありません");
        var csv = admin.get("/approvals/history.csv?decision=approved").is(200);
        assertThat(csv.type()).startsWith("text/csv");
        assertThat(csv.html()).contains("'=記録を探す記事", "よく書けています");
    }

    @Test
    void aReviewDateIsKept() {
        var article = asked("見直す記事", "本文です。");
        suzuki.get(approval(article));
        suzuki.post(approval(article), Map.of("edition", "1", "act", "approve")).is(200);
        takahashi.get(article + "/publish");
        takahashi
                .post(article + "/publish", Map.of("edition", "1", "when", "now"))
                .is(200)
                .says("見直し日");
        sato.get(article);
        sato.post(article + "/review-date", Map.of("reviewDate", "昔")).is(422).says("日付として読めません");
        sato.post(article + "/review-date", Map.of("reviewDate", "2020-01-01"))
                .is(422)
                .says("きょうから10年以内");
        var day = noroshi.routes.Staffing.day(
                        office.bean(java.time.InstantSource.class).instant())
                .plusDays(5)
                .toString();
        sato.post(article + "/review-date", Map.of("reviewDate", day, "note", "料金"))
                .is(200)
                .says("見直し日を保存しました");
        sato.get("/articles/review-dates").is(200).says("見直す記事", "料金");
    }

    private String asked(String title, String body) {
        var article = written(title, body);
        sato.get(article);
        sato.post(article + "/request", Map.of("edition", "1")).is(200).says("承認待ち");
        return article;
    }

    private String written(String title, String body) {
        sato.get("/articles/new").is(200);
        return sato.post("/articles/new", form(title, body, "0")).is(200).path();
    }

    private static Map<String, String> form(String title, String body, String basedOn) {
        return new LinkedHashMap<>(Map.of(
                "series",
                "news",
                "title",
                title,
                "body",
                body,
                "basedOn",
                basedOn,
                "change",
                "update",
                "department",
                "kouhou"));
    }

    private String officer(String login) {
        var all = office.bean(Tenancy.class)
                .in(MIYAGI, () -> office.bean(noroshi.people.Officers.class).list(MIYAGI));
        return all.stream()
                .filter(one -> one.login().equals(login))
                .map(one -> String.valueOf(one.id()))
                .findFirst()
                .orElseThrow();
    }

    private static String approval(String article) {
        return article.replace("/articles/", "/approvals/");
    }

    private static String number(String article) {
        return article.replace("/articles/", "");
    }

    private static void until(java.util.function.BooleanSupplier happened) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!happened.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
    }
}
