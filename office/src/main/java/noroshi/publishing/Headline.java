package noroshi.publishing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article as a list shows it: no body.
 *
 * @param position its place in the list, counted from the oldest
 * @param image media fact of the lead image, or null
 * @param corrected an edition of it was a correction
 */
public record Headline(
        long article,
        long position,
        String series,
        String title,
        String summary,
        @Nullable Instant firstPublicAt,
        @Nullable Instant changedAt,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        PublishingLane lane,
        Marks marks,
        @Nullable Happening happening,
        @Nullable MediaFact image,
        boolean corrected) {

    public String path() {
        return Article.path(series, article);
    }
}
