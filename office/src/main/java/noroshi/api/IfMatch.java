package noroshi.api;

import java.util.regex.Pattern;
import noroshi.platform.ApiProblem;
import org.jspecify.annotations.Nullable;

/** The edition a caller saw, from If-Match: an article's ETag is its newest edition's number. */
final class IfMatch {

    private static final Pattern EDITION = Pattern.compile("\"?([0-9]{1,9})\"?");

    private IfMatch() {}

    static String etag(int edition) {
        return "\"" + edition + "\"";
    }

    /** @param newest what {@code *} stands for */
    static int edition(@Nullable String header, int newest) {
        if (header != null && header.strip().equals("*")) return newest;
        var edition = EDITION.matcher(header == null ? "" : header.strip());
        if (edition.matches()) return Integer.parseInt(edition.group(1));
        throw ApiProblem.of(
                        412,
                        "if-match",
                        "If-Match がありません",
                        "読んだ版の番号を If-Match: \"%d\" の形で付けてください。ほかの人の改訂を上書きしないためです。".formatted(newest),
                        "Send the edition you have read as If-Match: \"%d\".".formatted(newest))
                .with("newestEdition", newest);
    }
}
