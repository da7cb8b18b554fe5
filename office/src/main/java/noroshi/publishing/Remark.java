package noroshi.publishing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says about a place of an edition's text.
 *
 * @param line of that edition's body, counted from 1; @param quote the words there that it is about
 * @param resolvedAt null: it still asks for something
 */
public record Remark(
        long id,
        long article,
        int edition,
        int line,
        String quote,
        String comment,
        long officer,
        String officerName,
        Instant at,
        @Nullable Instant resolvedAt) {

    public static final int COMMENT_CHARACTERS_MAX = 1_000;
    public static final int QUOTE_CHARACTERS_MAX = 200;
    public static final int OPEN_MAX = 200;

    public boolean isOpen() {
        return resolvedAt == null;
    }
}
