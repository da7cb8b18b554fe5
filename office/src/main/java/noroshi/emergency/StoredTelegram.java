package noroshi.emergency;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One row of the list of telegrams. */
public record StoredTelegram(
        long id,
        int replay,
        String kind,
        String title,
        String status,
        String infoType,
        Instant reportedAt,
        Instant receivedAt,
        boolean stale,
        boolean interpreted,
        @Nullable Long article) {}
