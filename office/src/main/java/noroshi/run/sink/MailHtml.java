package noroshi.run.sink;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The two pages of the sink. */
final class MailHtml {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("M月d日 H:mm:ss", Locale.JAPAN).withZone(ZoneId.of("Asia/Tokyo"));
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>&]+(?:&amp;[^\\s<>&]+)*");

    private static final String FRAME = """
            <!doctype html><html lang="ja"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1"><title>%1$s</title><style>
            :root { color-scheme: light; --ink: #1a1a1a; --line: #d8d8db; --link: #0017c1 }
            body { font: 1rem/1.7 system-ui, "Noto Sans CJK JP", sans-serif; color: var(--ink); max-width: 64rem; margin: 0 auto; padding: 1rem }
            a { color: var(--link) } h1 { font-size: 1.4rem } a:focus-visible, input:focus-visible { outline: 4px solid #000; outline-offset: 2px; background: #ffd43d }
            ul { list-style: none; padding: 0 } li { border-top: 1px solid var(--line); padding: .6rem 0 } li a { font-weight: 600 }
            small { color: #4d4d4d; display: block; overflow-wrap: anywhere } dt { color: #4d4d4d } dd { margin: 0 0 .4rem; overflow-wrap: anywhere }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid var(--line); padding: 1rem; font: inherit }
            iframe { width: 100%%; height: 60vh; border: 1px solid var(--line) } input, button { font: inherit; padding: .3rem .6rem }
            </style></head><body><main>%2$s</main></body></html>
            """;

    private MailHtml() {}

    static String list(List<MailStore.Entry> mails, int all, String to) {
        var body = new StringBuilder("<h1>送信されたメール（実演用・どこにも届きません）</h1>");
        body.append(
                "<form><label>宛先で絞り込む <input name=\"to\" value=\"%s\"></label> <button>絞り込む</button></form><p>全%d通のうち%d通を新しい順に表示しています。</p>"
                        .formatted(escape(to), all, mails.size()));
        body.append("<ul>");
        for (var mail : mails)
            body.append("<li><a href=\"/mails/%d\">%s</a><small>%s　宛先 %s　差出人 %s</small></li>"
                    .formatted(
                            mail.number(),
                            escape(mail.subject().isBlank() ? "（件名なし）" : mail.subject()),
                            TIME.format(mail.received()),
                            escape(mail.to()),
                            escape(mail.from())));
        return FRAME.formatted("メール一覧", body.append("</ul>"));
    }

    static String one(Mail mail) {
        var subject = escape(mail.subject());
        var body = new StringBuilder("<p><a href=\"/\">一覧へ戻る</a></p><h1>" + subject + "</h1><dl>");
        for (var name : List.of("From", "To", "Date", "List-Unsubscribe", "List-Unsubscribe-Post"))
            if (!mail.header(name).isEmpty())
                body.append("<dt>%s</dt><dd>%s</dd>".formatted(name, links(escape(mail.header(name)))));
        body.append("<dt>実際の宛先</dt><dd>%s</dd></dl>".formatted(escape(mail.to())));
        if (!mail.text().isEmpty()) body.append("<h2>本文（テキスト）</h2><pre>%s</pre>".formatted(links(escape(mail.text()))));
        if (!mail.html().isEmpty())
            body.append(
                    "<h2>本文（HTML）</h2><iframe title=\"本文（HTML）\" sandbox=\"allow-popups\" src=\"/mails/%d/html\"></iframe>"
                            .formatted(mail.number()));
        body.append("<p><a href=\"/mails/%d/raw\">メールの原文</a></p>".formatted(mail.number()));
        return FRAME.formatted(subject, body);
    }

    private static String links(String escaped) {
        return ADDRESS.matcher(escaped).replaceAll("<a href=\"$0\" rel=\"noreferrer\">$0</a>");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
