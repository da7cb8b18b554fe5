package noroshi.site.page;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article as lists show it.
 *
 * @param position its place in the list that was asked for, counted from the oldest, from 1
 */
public record EntryFacts(
        long id,
        SeriesFacts series,
        long position,
        String title,
        String summary,
        String mark,
        Instant publishedAt,
        Instant changedAt,
        @Nullable EventFacts event,
        @Nullable MediaFacts image,
        Window window) {}
