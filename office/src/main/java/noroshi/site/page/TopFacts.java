package noroshi.site.page;

import java.util.List;

/**
 * What the first page of a site shows.
 *
 * @param events the next ones, the nearest first
 */
public record TopFacts(ListFacts news, List<EntryFacts> events) {
    public TopFacts {
        events = List.copyOf(events);
    }
}
