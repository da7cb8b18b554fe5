package noroshi.run.sink;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** One mail as it arrived: the envelope, and the message byte for byte. */
record Mail(long number, Instant received, String from, String to, byte[] raw) {

    private static final int PARTS_DEPTH_MAX = 8;

    /** The subject decoded, or empty; a message that cannot be read is still a mail. */
    String subject() {
        return header("Subject");
    }

    String header(String name) {
        try {
            var value = message().getHeader(name, ", ");
            return value == null ? "" : MimeUtility.decodeText(MimeUtility.unfold(value));
        } catch (MessagingException | IOException e) {
            return "";
        }
    }

    String text() {
        return part("text/plain");
    }

    String html() {
        return part("text/html");
    }

    private String part(String type) {
        try {
            var found = find(message(), type, 0);
            return found == null ? "" : found;
        } catch (MessagingException | IOException e) {
            return "";
        }
    }

    private MimeMessage message() throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
    }

    private static @Nullable String find(Part part, String type, int depth) throws MessagingException, IOException {
        if (depth > PARTS_DEPTH_MAX) return null;
        if (part.isMimeType(type)) return part.getContent() instanceof String text ? text : null;
        if (!(part.getContent() instanceof MimeMultipart parts)) return null;
        for (int i = 0; i < parts.getCount(); i++) {
            var found = find(parts.getBodyPart(i), type, depth + 1);
            if (found != null) return found;
        }
        return null;
    }
}
