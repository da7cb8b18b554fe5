package noroshi.moving.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file of an old site.
 *
 * @param address canonical, inside the old site; @param type of a server's answer, or empty
 * @param modified by the archive, folder or server; null: not known
 */
public record Found(
        String address,
        byte[] content,
        String type,
        @Nullable Instant modified) {}
