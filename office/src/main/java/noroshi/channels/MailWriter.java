package noroshi.channels;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import noroshi.platform.Lane;

/** Writes one mail as MIME (RFC 5322, 2046, 2369, 2919, 3834, 8058). The same delivery always becomes the same mail. */
final class MailWriter {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private final Session session = Session.getInstance(new Properties());
    private final URI publicUrl;
    private final String from;

    MailWriter(URI publicUrl, String from) {
        this.publicUrl = publicUrl;
        this.from = from;
    }

    /** @param token the recipient's own: of confirmation, or of unsubscription; empty when the mail needs none */
    MimeMessage write(Delivery delivery, Dispatch dispatch, Stationery.Sheet sheet, String token) {
        var link = link(dispatch, token);
        var filled = sheet.with(link);
        try {
            var mail = new Identified(session, messageId(delivery, dispatch));
            mail.setFrom(new InternetAddress(from, dispatch.sender(), UTF_8));
            mail.setRecipient(MimeMessage.RecipientType.TO, recipient(delivery.to()));
            mail.setSubject(dispatch.subject(), UTF_8);
            mail.setSentDate(Date.from(delivery.createdAt()));
            headers(mail, dispatch, link);
            mail.setContent(alternatives(filled));
            mail.saveChanges();
            return mail;
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new IllegalStateException("Delivery %d cannot be written as a mail.".formatted(delivery.id()), e);
        }
    }

    static InternetAddress recipient(MailAddress to) throws MessagingException {
        return new InternetAddress(to.wire(), false);
    }

    private String link(Dispatch dispatch, String token) {
        var page = dispatch.kind() == DispatchKind.CONFIRMATION ? "confirm" : "unsubscribe";
        return "%s/%s/%s?t=%s"
                .formatted(publicUrl.toString().replaceAll("/+$", ""), dispatch.government(), page, token);
    }

    private void headers(MimeMessage mail, Dispatch dispatch, String link)
            throws MessagingException, UnsupportedEncodingException {
        // RFC 3834: nobody's holiday notice shall answer.
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("X-Auto-Response-Suppress", "All");
        if (dispatch.lane() == Lane.ALERT) mail.setHeader("Importance", "high");
        if (dispatch.lane() == Lane.BULK) mail.setHeader("Precedence", "bulk");
        if (!dispatch.kind().toSubscribers()) return;
        mail.setHeader("List-Id", listId(dispatch));
        mail.setHeader("List-Unsubscribe", "<" + link + ">");
        mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    private String listId(Dispatch dispatch) throws UnsupportedEncodingException {
        var name = MimeUtility.fold(9, MimeUtility.encodeText(dispatch.sender(), UTF_8, "B"));
        var series = dispatch.series() == null ? "news" : dispatch.series();
        return "%s <%s.%s.%s>".formatted(name, series, dispatch.government(), domain());
    }

    private static MimeMultipart alternatives(Stationery.Sheet sheet) throws MessagingException {
        var text = new MimeBodyPart();
        text.setText(sheet.text(), UTF_8);
        var html = new MimeBodyPart();
        html.setText(sheet.html(), UTF_8, "html");
        // The best form comes last (RFC 2046 §5.1.4).
        return new MimeMultipart("alternative", text, html);
    }

    /** Known before sending: if a crash makes us send twice, the receiver sees one and the same mail. */
    private String messageId(Delivery delivery, Dispatch dispatch) {
        return "<%d.%d.%d@%s>"
                .formatted(delivery.id(), dispatch.id(), delivery.createdAt().toEpochMilli(), domain());
    }

    private String domain() {
        return from.substring(from.lastIndexOf('@') + 1);
    }

    private static final class Identified extends MimeMessage {

        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
