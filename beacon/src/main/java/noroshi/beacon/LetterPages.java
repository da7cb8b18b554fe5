package noroshi.beacon;

import java.time.Instant;
import java.util.List;
import noroshi.beacon.http.Answer;
import noroshi.letter.Receipt;
import noroshi.snapshot.Form;
import noroshi.snapshot.Snapshot;

/** Few plain words to the sender of a Letter, for when the snapshot has no page for it. */
final class LetterPages {

    private LetterPages() {}

    static Answer accepted(Receipt receipt) {
        return ErrorPages.plain(
                200, "受け付けました", "受付番号：" + receipt.number() + "　確認符号：" + receipt.code() + "　返信の確認に必要です。書き留めてください。");
    }

    static Answer refused(List<Form.Problem> problems) {
        String all = String.join(
                "　",
                problems.stream().map(problem -> Blanks.escaped(problem.text())).toList());
        return ErrorPages.plain(422, "入力内容をお確かめください", all);
    }

    static Answer full(Snapshot snapshot, Place place, boolean gzip, Instant now) {
        var own = ErrorPages.own(snapshot, place, 503, gzip, now);
        return own != null
                ? own
                : ErrorPages.plain(503, "ただいま受け付けできません", "送信された内容は保存されていません。しばらくしてからもう一度お送りいただくか、お急ぎの方は役所へお電話ください。");
    }

    static Answer tooMany(int seconds) {
        return ErrorPages.tooMany(seconds);
    }

    static Answer otherType() {
        return ErrorPages.plain(415, "送信できませんでした", "この形式の送信には対応していません。この画面の入力欄からお送りください。");
    }

    static Answer forged() {
        return ErrorPages.plain(403, "送信できませんでした", "別のサイトから送信されました。安全のため、このサイトの画面から入力してお送りください。");
    }

    static Answer noneYet() {
        return ErrorPages.plain(200, "返信はまだありません", "この確認符号への返信はまだありません。しばらくしてから、もう一度お確かめください。");
    }

    static Answer found(String html) {
        return ErrorPages.plain(200, "安否の検索", html);
    }

    static Answer reply(byte[] page) {
        return ErrorPages.html200(page);
    }
}
