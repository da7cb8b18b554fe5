package noroshi.standards.cap;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A file that belongs to an alert. Absent texts are "".
 *
 * @param size in bytes
 * @param content derefUri, base64
 * @param digest SHA-1, as the standard wants it
 */
public record Resource(
        String description, String mimeType, @Nullable BigInteger size, String uri, String content, String digest) {}
