package noroshi.site.view;

import org.jspecify.annotations.Nullable;

/**
 * A line of a list.
 *
 * @param event when it takes place; empty for none
 */
public record EntryView(
        String href,
        String title,
        Mark mark,
        When when,
        String summary,
        String series,
        String event,
        ArticleView.@Nullable Picture picture) {}
