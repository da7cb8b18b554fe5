package noroshi.care;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What an officer's mail holds: subject, words, files. Bytes in, values out. */
record MailReading(String from, String subject, String text, String html, boolean automatic, List<File> files) {

    static final int MAIL_BYTES_MAX = 30_000_000;
    static final int FILES_MAX = 20;
    private static final int DEPTH_MAX = 10;
    private static final int PARTS_MAX = 100;
    private static final int TEXT_CHARACTERS_MAX = 2_000_000;

    /** @param name as the sender's machine called it */
    record File(String name, byte[] content) {}

    /** It could not be read. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    MailReading {
        files = List.copyOf(files);
    }

    static MailReading of(byte[] raw) throws Unreadable {
        try {
            var lenient = new Properties();
            lenient.setProperty("mail.mime.address.strict", "false"); // Old programs write names as they like.
            var message = new MimeMessage(Session.getInstance(lenient), new ByteArrayInputStream(raw));
            var collected = new Collected();
            collected.take(message, 0);
            return new MailReading(
                    from(message),
                    Objects.requireNonNullElse(message.getSubject(), ""),
                    collected.text.toString(),
                    collected.html.toString(),
                    isAutomatic(message),
                    collected.files);
        } catch (MessagingException | IOException | RuntimeException e) {
            throw new Unreadable("The mail cannot be read: " + e, e);
        }
    }

    private static String from(MimeMessage message) throws MessagingException {
        var from = message.getFrom();
        return from != null && from.length == 1 && from[0] instanceof InternetAddress address
                ? Objects.requireNonNullElse(address.getAddress(), "")
                : "";
    }

    /** RFC 3834: machines must not answer machines. */
    private static boolean isAutomatic(MimeMessage message) throws MessagingException {
        var submitted = message.getHeader("Auto-Submitted", null);
        var precedence = message.getHeader("Precedence", null);
        return submitted != null && !submitted.strip().equalsIgnoreCase("no")
                || precedence != null && precedence.strip().matches("(?i)bulk|junk|list|auto_reply");
    }

    private static final class Collected {
        final StringBuilder text = new StringBuilder();
        final StringBuilder html = new StringBuilder();
        final List<File> files = new ArrayList<>();
        int parts;

        void take(Part part, int depth) throws MessagingException, IOException {
            if (depth > DEPTH_MAX || ++parts > PARTS_MAX) throw new MessagingException("too many parts");
            var name = part.getFileName();
            boolean isFile = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || name != null;
            if (part.isMimeType("multipart/*")) {
                if (!(part.getContent() instanceof Multipart several)) return;
                for (int i = 0; i < several.getCount(); i++) {
                    BodyPart each = several.getBodyPart(i);
                    take(each, depth + 1);
                }
            } else if (!isFile && part.isMimeType("text/plain")) append(text, part);
            else if (!isFile && part.isMimeType("text/html")) append(html, part);
            else if (isFile && files.size() < FILES_MAX) files.add(file(part, name));
        }

        private static void append(StringBuilder to, Part part) throws MessagingException, IOException {
            if (part.getContent() instanceof String words && to.length() + words.length() <= TEXT_CHARACTERS_MAX)
                to.append(words);
        }

        private static File file(Part part, @Nullable String name) throws MessagingException, IOException {
            try (var in = part.getInputStream()) {
                return new File(decoded(Objects.requireNonNullElse(name, "file")), in.readNBytes(MAIL_BYTES_MAX));
            }
        }

        /** Japanese names come encoded in several ways. */
        private static String decoded(String name) {
            try {
                return MimeUtility.decodeText(name);
            } catch (UnsupportedEncodingException e) {
                return name;
            }
        }
    }
}
