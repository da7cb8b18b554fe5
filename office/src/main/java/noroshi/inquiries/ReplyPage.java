package noroshi.inquiries;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import noroshi.inquiries.Inquiry.Status;
import noroshi.people.Directory;
import noroshi.platform.Time;
import org.springframework.stereotype.Component;

/** The page that the holder of the receipt reads: small, complete in itself, without scripts or anything from outside. */
@Component
class ReplyPage {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy年M月d日 H時mm分", Locale.JAPAN).withZone(Time.JAPAN);

    private final Directory directory;

    ReplyPage(Directory directory) {
        this.directory = directory;
    }

    String write(Inquiry inquiry) {
        var government = directory.getGovernment(inquiry.government());
        var department = directory
                .findDepartment(inquiry.government(), inquiry.department())
                .map(d -> d.name() + (d.phone().isBlank() ? "" : "（電話 " + d.phone() + "）"))
                .orElse(inquiry.department());
        return """
                <!DOCTYPE html>
                <html lang="ja">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
                <meta name="robots" content="noindex"><title>お問い合わせの状況 %1$s - %2$s</title>
                <style>body{margin:0;font:16px/1.8 sans-serif;color:#1a1a1c;background:#fff}\
                header{background:#00573d;color:#fff;padding:12px 24px;font-weight:bold}\
                main{max-width:720px;margin:0 auto;padding:24px}h1{font-size:24px}h2{font-size:20px}\
                .status{display:inline-block;border:2px solid #00573d;border-radius:8px;padding:4px 16px;font-weight:bold}\
                dt{font-weight:bold}dd{margin:0 0 12px}.text{white-space:pre-wrap;background:#f1f1f4;padding:16px;border-radius:8px}\
                a{color:#0017c1}</style></head>
                <body><header>%2$s</header><main>
                <h1>お問い合わせの状況</h1>
                <p class="status">%3$s</p>
                <p>%4$s</p>
                <dl><dt>受付番号</dt><dd>%1$s</dd><dt>件名</dt><dd>%5$s</dd><dt>受付</dt><dd>%6$s</dd>
                <dt>担当</dt><dd>%7$s</dd><dt>この状況の時点</dt><dd>%8$s</dd></dl>
                %9$s<p><a href="/%10$s/">%2$sのトップページへ</a></p>
                </main></body></html>
                """.formatted(
                        escape(inquiry.number()),
                        escape(government.name()),
                        inquiry.status().japanese(),
                        explained(inquiry.status()),
                        escape(inquiry.subject()),
                        moment(inquiry.receivedAt()),
                        escape(department),
                        moment(inquiry.changedAt()),
                        answer(inquiry),
                        inquiry.government());
    }

    private static String explained(Status status) {
        return switch (status) {
            case RECEIVED -> "受け付けました。担当者が確認するまで、しばらくお待ちください。";
            case IN_PROGRESS -> "担当者が対応しています。回答まで、しばらくお待ちください。";
            case ANSWERED -> "回答しました。同じ内容をメールでもお送りしています。";
            case FORWARDED -> "担当する課室へ引き継ぎました。引き継いだ先からお答えします。";
        };
    }

    private static String answer(Inquiry inquiry) {
        if (inquiry.answer() == null) return "";
        return "<h2>回答</h2><div class=\"text\">%s</div>\n".formatted(escape(inquiry.answer()));
    }

    private static String moment(Instant instant) {
        return MOMENT.format(instant);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
