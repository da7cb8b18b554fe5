package noroshi.publishing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article that comes from another site, for {@link TakeInArticles}.
 *
 * @param id from {@link BulkArticles#ids}; @param publicAt when readers first saw it there; null: it comes as a draft
 * @param changedAt when it was last changed there; null: never; @param from its address there, for the record
 */
public record IncomingArticle(
        long id,
        String series,
        Content content,
        @Nullable Instant publicAt,
        @Nullable Instant changedAt,
        String from) {}
