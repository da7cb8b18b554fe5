package noroshi.publishing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article that went the whole way somewhere else or before: for {@link BulkArticles}.
 *
 * @param opensAt when it became public, or will
 * @param correction what was corrected later, or null; then {@code correctedAt} says when
 */
public record FinishedArticle(
        String government,
        String series,
        Content content,
        long author,
        long approver,
        long publisher,
        Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable String correction,
        @Nullable Instant correctedAt) {

    boolean isOpen(Instant now) {
        return !opensAt.isAfter(now);
    }

    int newestEdition() {
        return correction == null ? 1 : 2;
    }
}
