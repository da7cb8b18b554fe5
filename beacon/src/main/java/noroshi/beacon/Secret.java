package noroshi.beacon;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** The office's bearer secret. Compared in constant time over equal-length digests, so an answer's time tells nothing. */
final class Secret {

    private static final String SCHEME = "Bearer ";

    private final byte @Nullable [] digest;

    Secret(@Nullable String text) {
        digest = text == null ? null : digest(text);
    }

    boolean isShownBy(@Nullable String authorization) {
        if (digest == null || authorization == null) return false;
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) return false;
        return MessageDigest.isEqual(
                digest, digest(authorization.substring(SCHEME.length()).strip()));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
