package noroshi.standards.jma;

import java.util.List;

/**
 * 見出し.
 *
 * @param text a summary for readers, with line breaks; "" if none
 * @param items the same in codes, for routing by area
 */
public record Headline(String text, List<HeadlineItem> items) {
    public Headline {
        items = List.copyOf(items);
    }
}
