package noroshi.channels;

import static noroshi.platform.Require.require;

import java.time.Instant;
import noroshi.platform.Lane;
import noroshi.publishing.Marks;
import org.jspecify.annotations.Nullable;

/**
 * One message to one channel, its content frozen.
 *
 * @param series code of the series, null when it belongs to none
 * @param sender the name a reader sees: the government's, and the series'
 * @param subject one line, with its marks
 * @param body Markdown; {@link #LINK} in it stands for the recipient's own address of confirmation
 * @param path the page inside the government's site, null when there is none
 */
record Dispatch(
        long id,
        String government,
        DispatchKind kind,
        Lane lane,
        @Nullable String series,
        String sender,
        String subject,
        String body,
        @Nullable String path,
        Marks marks,
        Instant createdAt) {

    static final String LINK = "https://link.invalid/";

    /** What is to be told, before it has a number. */
    record Draft(
            String key,
            DispatchKind kind,
            Lane lane,
            @Nullable String series,
            @Nullable Long article,
            @Nullable Integer edition,
            String sender,
            String subject,
            String body,
            @Nullable String path,
            Marks marks) {

        static final int SUBJECT_CHARACTERS_MAX = 200;
        static final int BODY_CHARACTERS_MAX = 200_000;

        Draft {
            require(!key.isBlank() && key.length() <= 200, "The key of a dispatch has 1 to 200 characters: '%s'.", key);
            subject = oneLine(subject);
            sender = oneLine(sender);
            require(
                    body.length() <= BODY_CHARACTERS_MAX,
                    "The body of %s has %d characters; a mail takes %d.",
                    key,
                    body.length(),
                    BODY_CHARACTERS_MAX);
        }

        /** A line break in a header would start another header: there is none, whoever wrote the text. */
        private static String oneLine(String text) {
            var line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
            return line.length() <= SUBJECT_CHARACTERS_MAX ? line : line.substring(0, SUBJECT_CHARACTERS_MAX - 1) + "…";
        }
    }
}
