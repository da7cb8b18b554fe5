package noroshi.run.sink;

import java.util.stream.Collectors;

/** Mails as JSON, for tests and scripts. */
final class MailJson {

    private MailJson() {}

    static String list(MailStore mails, String to, int countMax) {
        return mails.list(to, countMax).stream()
                .map(mails::read)
                .map(MailJson::one)
                .collect(Collectors.joining(",\n", "[", "]\n"));
    }

    /** What is known without opening the mails: number, to, subject, messageId. */
    static String envelopes(MailStore mails, String to, int countMax) {
        return mails.list(to, countMax).stream()
                .map(entry -> "{\"number\":%d,\"to\":%s,\"subject\":%s,\"messageId\":%s}"
                        .formatted(entry.number(), quote(entry.to()), quote(entry.subject()), quote(entry.messageId())))
                .collect(Collectors.joining(",\n", "[", "]\n"));
    }

    static String one(Mail mail) {
        return "{\"number\":%d,\"received\":%s,\"from\":%s,\"to\":%s,\"subject\":%s,\"text\":%s,\"html\":%s,\"listUnsubscribe\":%s,\"listUnsubscribePost\":%s,\"messageId\":%s}"
                .formatted(
                        mail.number(),
                        quote(mail.received().toString()),
                        quote(mail.from()),
                        quote(mail.to()),
                        quote(mail.subject()),
                        quote(mail.text()),
                        quote(mail.html()),
                        quote(mail.header("List-Unsubscribe")),
                        quote(mail.header("List-Unsubscribe-Post")),
                        quote(mail.header("Message-ID")));
    }

    static String quote(String text) {
        var out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') out.append('\\').append(c);
            else if (c == '\n') out.append("\\n");
            else if (c < ' ') out.append("\\u%04x".formatted((int) c));
            else out.append(c);
        }
        return out.append('"').toString();
    }
}
