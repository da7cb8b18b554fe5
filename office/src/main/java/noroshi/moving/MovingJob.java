package noroshi.moving;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One site, or a part of one, that moves in.
 *
 * @param source upload, folder or crawl; @param place the folder or the crawl's first address; @param origin {@code http://host} or empty
 * @param series and department of what no rule catches
 * @param errorsAs draft: pages with errors come as drafts; public: they are released all the same, for the reason told
 * @param batch pages of the release under way; 0: all
 * @param summary what it was, once its pages are gone
 */
public record MovingJob(
        String government,
        long id,
        String name,
        String source,
        String place,
        String origin,
        MovingState state,
        String series,
        @Nullable String department,
        int pagesMax,
        int depthMax,
        String errorsAs,
        String reason,
        int batch,
        String problem,
        String summary,
        long createdBy,
        Instant createdAt,
        long changedBy,
        Instant changedAt,
        @Nullable Instant releasedAt) {}
