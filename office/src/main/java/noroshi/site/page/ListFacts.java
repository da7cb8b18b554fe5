package noroshi.site.page;

import java.util.List;

/**
 * Entries of a list, the newest first.
 *
 * @param entries more than one page shows: further ones move up when others close
 * @param positions how many positions have been given out: the newest one's number, 0 for an empty list
 */
public record ListFacts(Listing listing, List<EntryFacts> entries, long positions) {

    public ListFacts {
        entries = List.copyOf(entries);
    }

    long pages() {
        return positions == 0 ? 0 : Listing.pageOf(positions);
    }
}
