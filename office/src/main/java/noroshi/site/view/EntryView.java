package noroshi.site.view;

import org.jspecify.annotations.Nullable;

/**
 * A line of a list.
 *
 * @param number for magazines and newsletters: 第n号; empty elsewhere
 * @param event when it takes place; empty for none
 */
public record EntryView(
        String href,
        String title,
        Mark mark,
        When when,
        String summary,
        String series,
        String number,
        String event,
        ArticleView.@Nullable Picture picture) {}
