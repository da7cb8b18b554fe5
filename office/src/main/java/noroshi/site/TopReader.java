package noroshi.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import noroshi.site.page.DepartmentFacts;
import noroshi.site.page.EntryFacts;
import noroshi.site.page.ListFacts;
import noroshi.site.page.Listing;
import noroshi.site.page.MediaFacts;
import noroshi.site.page.SiteFacts;
import noroshi.site.page.TopFacts;

/** Reads what the blocks of a first page show. */
final class TopReader {

    private final Readers read;
    private final SiteFacts site;
    private final Map<String, DepartmentFacts> departments;
    private final List<ListReader.Promise> promises;

    TopReader(
            Readers read, SiteFacts site, Map<String, DepartmentFacts> departments, List<ListReader.Promise> promises) {
        this.read = read;
        this.site = site;
        this.departments = departments;
        this.promises = promises;
    }

    TopFacts facts(ListFacts newest, List<EntryFacts> dated) {
        var streams = new HashMap<String, ListFacts>();
        var pinned = new HashMap<Long, EntryFacts>();
        for (var block : site.look().blocks()) {
            if (!block.shown()) continue;
            switch (block.kind()) {
                case STREAM ->
                    ListReader.listing(site, departments, "series:" + block.value())
                            .ifPresent(listing -> streams.put(block.value(), stream(listing, block.value())));
                case PINNED ->
                    read.articles()
                            .list(site, departments, SiteLook.articles(block.value()))
                            .forEach(article -> pinned.put(article.id(), ArticleReader.promised(article, 0)));
                case NEWS, CALENDAR, SERVICES, SERIES, TOPICS, AREAS, LINKS, BANNER, TEXT -> {}
            }
        }
        return new TopFacts(newest, dated, streams, pinned, pictures(read, site));
    }

    private ListFacts stream(Listing listing, String series) {
        return read.lists().newest(site, listing, "series:" + series, promises);
    }

    /** Every image that the look shows, by hash. */
    static Map<String, MediaFacts> pictures(Readers read, SiteFacts site) {
        var hashes = new TreeSet<String>();
        if (!site.look().logo().isEmpty()) hashes.add(site.look().logo());
        for (var block : site.look().blocks())
            if (block.shown()
                    && block.kind() == SiteLook.Kind.BANNER
                    && !block.value().isEmpty()) hashes.add(block.value());
        return read.media().images(site.code(), new ArrayList<>(hashes));
    }
}
