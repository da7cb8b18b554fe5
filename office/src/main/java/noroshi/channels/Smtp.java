package noroshi.channels;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import noroshi.platform.Settings;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** One connection to the mail server, opened when needed and kept for many mails. Used by one thread. */
final class Smtp implements AutoCloseable {

    // RFC 3463 enhanced codes inside the answer's text, e.g. "550 5.1.1 no such user".
    private static final Pattern ENHANCED = Pattern.compile("\\b[245]\\.(\\d{1,3})\\.\\d{1,3}\\b");

    private final Session session;
    private final Settings.Smtp server;
    private @Nullable Transport open;

    /** @param trust what TLS certificates are accepted; null: those the machine trusts */
    Smtp(Settings.Smtp server, int timeoutMs, @Nullable SSLContext trust) {
        this.server = server;
        var properties = new Properties();
        properties.put("mail.smtp.host", server.host());
        properties.put("mail.smtp.port", server.port());
        properties.put("mail.smtp.auth", Boolean.toString(!server.user().isEmpty()));
        properties.put("mail.smtp.connectiontimeout", timeoutMs);
        properties.put("mail.smtp.timeout", timeoutMs);
        properties.put("mail.smtp.writetimeout", timeoutMs);
        properties.put("mail.smtp.from", server.from());
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put(
                "mail.smtp.starttls.enable", Boolean.toString(server.tls().equals("starttls")));
        properties.put(
                "mail.smtp.starttls.required", Boolean.toString(server.tls().equals("starttls")));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(server.tls().equals("tls")));
        if (trust != null) properties.put("mail.smtp.ssl.socketFactory", trust.getSocketFactory());
        this.session = Session.getInstance(properties);
    }

    Outcome send(MimeMessage mail, MailAddress to) {
        try {
            var transport = connected();
            transport.sendMessage(mail, new Address[] {MailWriter.recipient(to)});
            return new Outcome.Sent("250");
        } catch (MessagingException e) {
            var outcome = outcome(e);
            if (outcome instanceof Outcome.RetryLater later && later.scope() == Outcome.Scope.SERVER) close();
            return outcome;
        }
    }

    private Transport connected() throws MessagingException {
        if (open != null) return open;
        var transport = session.getTransport("smtp");
        if (server.user().isEmpty()) transport.connect();
        else transport.connect(server.user(), server.password());
        open = transport;
        return transport;
    }

    /** Nothing to do: an idle connection would only time out on the other side. */
    void rest() {
        close();
    }

    @Override
    public void close() {
        var transport = open;
        open = null;
        if (transport == null) return;
        try {
            transport.close();
        } catch (MessagingException alreadyGone) {
            // Nothing depends on a polite farewell.
        }
    }

    /** What a failed conversation means. The most telling exception hides in the chain. */
    static Outcome outcome(MessagingException failure) {
        @Nullable SMTPSendFailedException command = null;
        for (Exception e = failure; e != null; e = e instanceof MessagingException m ? m.getNextException() : null) {
            if (e instanceof SMTPAddressFailedException recipient)
                return recipient(recipient.getReturnCode(), line(recipient));
            // Our own address or login is refused: no recipient's fault, and every mail would fare the same.
            if (e instanceof SMTPSenderFailedException || e instanceof AuthenticationFailedException)
                return new Outcome.RetryLater(line(e), Outcome.Scope.SERVER);
            if (e instanceof SMTPSendFailedException refused) command = refused;
        }
        if (command == null) return new Outcome.RetryLater(line(failure), Outcome.Scope.SERVER);
        return command(command);
    }

    private static Outcome recipient(int code, String answer) {
        if (code >= 500) return new Outcome.Refused(answer, mailboxGone(code, answer));
        return later(code, answer);
    }

    private static Outcome command(SMTPSendFailedException refused) {
        int code = refused.getReturnCode();
        var answer = line(refused);
        var command = refused.getCommand() == null ? "" : refused.getCommand();
        // 530, 535, 538: the server wants a login or TLS first (RFC 4954).
        boolean ours = command.startsWith("MAIL") || (code >= 530 && code <= 538);
        if (code >= 500 && !ours) return new Outcome.Refused(answer, false);
        if (code >= 500) return new Outcome.RetryLater(answer, Outcome.Scope.SERVER);
        return later(code, answer);
    }

    private static Outcome later(int code, String answer) {
        // 421: the server closes. -1: there was no answer. X.7.x and X.4.x with 4yz: throttled, or the route is busy.
        if (code < 400 || code == 421) return new Outcome.RetryLater(answer, Outcome.Scope.SERVER);
        var enhanced = ENHANCED.matcher(answer);
        boolean throttled = enhanced.find()
                && (enhanced.group(1).equals("7") || enhanced.group(1).equals("4"));
        return new Outcome.RetryLater(answer, throttled ? Outcome.Scope.DOMAIN : Outcome.Scope.RECIPIENT);
    }

    private static boolean mailboxGone(int code, String answer) {
        var enhanced = ENHANCED.matcher(answer);
        if (enhanced.find()) return enhanced.group(1).equals("1");
        return code == 550 || code == 551 || code == 553;
    }

    private static String line(Exception e) {
        var text = e.getMessage() == null ? e.toString() : e.getMessage();
        return text.replaceAll("[\\p{Cntrl}]+", " ").strip();
    }
}
