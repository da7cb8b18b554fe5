package noroshi.desk;

import java.util.Map;

/** The record's acts in the words of people. */
final class Acts {

    private static final Map<String, String> WORDS = Map.ofEntries(
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
            Map.entry("outbox.retried", "止まった処理のやり直し"),
            Map.entry("outbox.discarded", "止まった処理の破棄"));

    private Acts() {}

    static String japanese(String act) {
        return WORDS.getOrDefault(act, act);
    }
}
