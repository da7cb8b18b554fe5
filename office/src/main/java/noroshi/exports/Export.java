package noroshi.exports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One export that somebody asked for.
 *
 * @param subscribers with the addresses of subscribers, for the reason told
 * @param done articles and files written so far, of {@code total}
 * @param hash SHA-256 of the file
 */
public record Export(
        String government,
        long id,
        ExportState state,
        boolean subscribers,
        String reason,
        long requestedBy,
        Instant requestedAt,
        int done,
        int total,
        long bytes,
        String hash,
        String problem,
        @Nullable Instant readyAt) {

    public String fileName() {
        return "noroshi-%s-%d.zip".formatted(government, id);
    }

    public int percent() {
        return total == 0 ? 0 : (int) (100L * done / total);
    }
}
