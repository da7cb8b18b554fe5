package noroshi.publishing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article that comes from another site, for {@link TakeInArticles}.
 *
 * @param id from {@link BulkArticles#ids}; @param publicAt when readers first saw it there; null: it comes as a draft
 * @param changedAt when it was last changed there; null: never; @param from its address there, for the record; @param passed null: no errors
 */
public record IncomingArticle(
        long id,
        String series,
        Content content,
        @Nullable Instant publicAt,
        @Nullable Instant changedAt,
        String from,
        @Nullable Passed passed) {

    /**
     * Errors of the checks with which it becomes public all the same.
     *
     * @param reason in the words of the officer who may let them pass; @param rules their ids; @param findings one a line
     */
    public record Passed(String reason, List<String> rules, String findings) {}
}
