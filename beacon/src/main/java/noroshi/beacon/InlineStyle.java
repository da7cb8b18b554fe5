package noroshi.beacon;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Permits a page's own style by its hash, and nothing else inline. */
final class InlineStyle {

    private static final String BEGIN = "<style>";
    private static final String END = "</style>";

    private InlineStyle() {}

    /** The policy for a page that stands alone: its first style element, no script, nothing from elsewhere. */
    static String policy(byte[] page) {
        var html = new String(page, StandardCharsets.UTF_8);
        int begin = html.indexOf(BEGIN);
        int end = html.indexOf(END, Math.max(begin, 0));
        var style = begin < 0 || end < 0
                ? "'none'"
                : "'sha256-" + sha256(html.substring(begin + BEGIN.length(), end)) + "'";
        return "default-src 'none'; style-src " + style
                + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
