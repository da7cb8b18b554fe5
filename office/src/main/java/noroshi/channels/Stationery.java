package noroshi.channels;

import java.net.URI;
import noroshi.platform.Lane;

/**
 * The paper a mail is written on: the same words as HTML and as plain text. HTML is kept to tables and inline styles, since
 * many mail readers know no more; nothing is loaded from outside, so opening a mail tells nobody.
 */
final class Stationery {

    private static final String RULE = "----------------------------------------";

    private final URI publicUrl;

    Stationery(URI publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** @param link stands for {@link Dispatch#LINK} and, in mails to subscribers, for the way out */
    record Sheet(String html, String text) {
        Sheet with(String link) {
            return new Sheet(html.replace(Dispatch.LINK, link), text.replace(Dispatch.LINK, link));
        }
    }

    Sheet write(Dispatch dispatch) {
        var body = new MailBody(publicUrl, dispatch.government());
        var shown = body.show(dispatch.body());
        return new Sheet(html(dispatch, body, shown.html()), text(dispatch, body, shown.text()));
    }

    private static String text(Dispatch dispatch, MailBody addresses, String body) {
        var out = new StringBuilder();
        if (!Subject.notice(dispatch.marks()).isEmpty())
            out.append("＊ ").append(Subject.notice(dispatch.marks())).append("\n\n");
        out.append(dispatch.subject())
                .append('\n')
                .append(RULE)
                .append("\n\n")
                .append(body)
                .append("\n\n");
        if (dispatch.path() != null)
            out.append(RULE)
                    .append("\nページで読む\n")
                    .append(addresses.absolute(dispatch.path()))
                    .append("\n軽いページ（通信が混み合うとき）\n")
                    .append(addresses.absolute("/l" + dispatch.path()))
                    .append('\n');
        out.append(RULE).append('\n');
        if (dispatch.kind().toSubscribers())
            out.append("このメールは、「")
                    .append(dispatch.sender())
                    .append("」の配信に登録された方へお送りしています。\n配信を止める\n")
                    .append(Dispatch.LINK)
                    .append('\n');
        out.append("このアドレスは送信専用です。返信されてもお答えできません。\n").append(dispatch.sender()).append('\n');
        return out.toString();
    }

    private static String html(Dispatch dispatch, MailBody addresses, String body) {
        var color = dispatch.lane() == Lane.ALERT ? "#b00020" : "#00573d";
        return """
                <!DOCTYPE html>
                <html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>%2$s</title></head>
                <body style="margin:0;padding:0;background:#f1f1f4">
                <table role="presentation" width="100%%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:16px 8px">
                <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" style="max-width:600px;background:#ffffff;\
                font-family:'Hiragino Sans','Noto Sans JP',Meiryo,sans-serif;font-size:16px;line-height:1.8;color:#1a1a1c;text-align:left">
                <tr><td style="background:%1$s;color:#ffffff;padding:12px 24px;font-size:14px;font-weight:bold">%3$s</td></tr>
                %4$s<tr><td style="padding:24px">
                <h1 style="font-size:22px;line-height:1.5;margin:0 0 16px">%2$s</h1>
                %5$s%6$s</td></tr>
                <tr><td style="padding:16px 24px;border-top:1px solid #d8d8db;font-size:13px;line-height:1.7;color:#4d4d4d">%7$s</td></tr>
                </table></td></tr></table></body></html>
                """.formatted(
                        color,
                        MailBody.escape(dispatch.subject()),
                        MailBody.escape(dispatch.sender()),
                        notice(dispatch),
                        body,
                        links(dispatch, addresses, color),
                        foot(dispatch));
    }

    private static String notice(Dispatch dispatch) {
        if (Subject.notice(dispatch.marks()).isEmpty()) return "";
        return """
                <tr><td style="background:#fff3b0;padding:12px 24px;font-weight:bold">%s</td></tr>
                """.formatted(Subject.notice(dispatch.marks()));
    }

    private static String links(Dispatch dispatch, MailBody addresses, String color) {
        if (dispatch.path() == null) return "";
        return """
                <p style="margin:24px 0 8px"><a href="%s" style="display:inline-block;background:%s;color:#ffffff;\
                padding:12px 24px;border-radius:8px;text-decoration:none;font-weight:bold">ページで読む</a></p>
                <p style="margin:0;font-size:14px"><a href="%s" style="color:#0017c1">軽いページ（通信が混み合うとき）</a></p>
                """.formatted(
                        MailBody.escape(addresses.absolute(dispatch.path())),
                        color,
                        MailBody.escape(addresses.absolute("/l" + dispatch.path())));
    }

    private static String foot(Dispatch dispatch) {
        var sender = MailBody.escape(dispatch.sender());
        var out = dispatch.kind().toSubscribers() ? """
                このメールは、「%s」の配信に登録された方へお送りしています。<br>
                <a href="%s" style="color:#0017c1">配信を止める</a><br>
                """.formatted(sender, Dispatch.LINK) : "";
        return out + "このアドレスは送信専用です。返信されてもお答えできません。<br>" + sender;
    }
}
