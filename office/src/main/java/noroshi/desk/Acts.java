package noroshi.desk;

import java.util.Map;

/** The record's acts in the words of people. */
final class Acts {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("article.written", "記事の作成"),
            Map.entry("article.revised", "記事の編集"),
            Map.entry("article.review-requested", "承認の依頼"),
            Map.entry("article.approved", "記事の承認"),
            Map.entry("article.approved-elsewhere", "別システムの承認"),
            Map.entry("article.remanded", "記事の差し戻し"),
            Map.entry("article.scheduled", "公開の予約"),
            Map.entry("article.published", "記事の公開"),
            Map.entry("article.opened", "予約による公開"),
            Map.entry("article.closed", "期限による公開終了"),
            Map.entry("article.withdrawn", "記事の取り下げ"),
            Map.entry("article.moved", "記事の移動"),
            Map.entry("article.reviewed", "緊急記事の事後確認"),
            Map.entry("article.pulled-back", "承認依頼の引き戻し"),
            Map.entry("article.remarked", "場所を示した指摘"),
            Map.entry("article.remark-resolved", "指摘の解決"),
            Map.entry("article.errors-waived", "点検の誤りを残す許可"),
            Map.entry("article.replacement-cancelled", "差し替え予約の取り消し"),
            Map.entry("article.restored", "前の版からの復元"),
            Map.entry("article.taken-over", "編集の引き継ぎ"),
            Map.entry("article.trashed", "ごみ箱に入れる"),
            Map.entry("article.taken-out", "ごみ箱から戻す"),
            Map.entry("article.purged", "ごみ箱からの削除"),
            Map.entry("article.review-date", "見直し日の設定"),
            Map.entry("article.read", "回覧の確認"),
            Map.entry("bulk-approval.begun", "まとめての承認"),
            Map.entry("route.saved", "承認の経路の保存"),
            Map.entry("route.dropped", "承認の経路の削除"),
            Map.entry("workflow.rules-changed", "承認の決まりの変更"),
            Map.entry("absence.entered", "不在の登録"),
            Map.entry("absence.ended", "不在の取り消し"),
            Map.entry("media.added", "画像・文書の追加"),
            Map.entry("emergency.raised", "緊急態勢の開始"),
            Map.entry("emergency.ended", "緊急態勢の終了"),
            Map.entry("letter.retried", "便りの再処理"),
            Map.entry("subscriber.ended", "登録者の配信停止"),
            Map.entry("officer.signed-in", "サインイン"),
            Map.entry("officer.sign-in-refused", "サインインの失敗"),
            Map.entry("officer.added", "職員の追加"),
            Map.entry("officer.changed", "職員の変更"),
            Map.entry("officer.deactivated", "職員の利用停止"),
            Map.entry("officer.reactivated", "職員の利用再開"),
            Map.entry("officer.password-reset", "パスワードの再発行"),
            Map.entry("officer.password-changed", "パスワードの変更"),
            Map.entry("department.changed", "課室の変更"),
            Map.entry("series.changed", "媒体の変更"),
            Map.entry("token.issued", "APIトークンの発行"),
            Map.entry("token.revoked", "APIトークンの取り消し"),
            Map.entry("telegram.handed-in", "電文の取り込み"),
            Map.entry("telegram.replayed", "電文の再現"),
            Map.entry("replay.ended", "再現の終了"),
            Map.entry("dispatch.held", "配信の保留"),
            Map.entry("dispatch.released", "配信の保留解除"),
            Map.entry("dispatch.stopped", "配信の中止"),
            Map.entry("inquiry.received", "問い合わせの受付"),
            Map.entry("inquiry.assigned", "問い合わせの担当決定"),
            Map.entry("inquiry.forwarded", "問い合わせの転送"),
            Map.entry("inquiry.answered", "問い合わせへの回答"),
            Map.entry("site.mode-commanded", "公開ページの表示の切り替え"),
            Map.entry("outbox.retried", "止まった処理のやり直し"),
            Map.entry("page.withdrawn", "復元後に残っていたページの公開終了"),
            Map.entry("outbox.discarded", "止まった処理の破棄"));

    private Acts() {}

    static String japanese(String act) {
        return WORDS.getOrDefault(act, act);
    }
}
