package noroshi.site.page;

import java.util.List;
import java.util.Map;

/**
 * What the first page of a site shows.
 *
 * @param events the next ones, the nearest first
 * @param streams the newest of those series that have a block of their own, by code
 * @param pinned articles that were picked by hand, by number
 * @param pictures images of banners, by hash
 */
public record TopFacts(
        ListFacts news,
        List<EntryFacts> events,
        Map<String, ListFacts> streams,
        Map<Long, EntryFacts> pinned,
        Map<String, MediaFacts> pictures) {

    public TopFacts {
        events = List.copyOf(events);
        streams = Map.copyOf(streams);
        pinned = Map.copyOf(pinned);
        pictures = Map.copyOf(pictures);
    }

    public TopFacts(ListFacts news, List<EntryFacts> events) {
        this(news, events, Map.of(), Map.of(), Map.of());
    }
}
