package noroshi.site.page;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import noroshi.snapshot.Key;
import noroshi.snapshot.Timeline;
import noroshi.snapshot.Value;

/**
 * Site maps for search engines (sitemaps.org): an index of shards. A shard covers a fixed range of positions in the site's list,
 * so one article touches one shard, and the index changes only when a new shard begins.
 */
public final class Sitemaps {

    public static final int SHARD_ADDRESSES_MAX = 250;

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private final SiteFacts site;
    private final Press press;
    private final Instant now;
    private final Addresses addresses;

    public Sitemaps(SiteFacts site, Press press, Instant now) {
        this.site = site;
        this.press = press;
        this.now = now;
        this.addresses = new Addresses(site, Variant.FULL);
    }

    public static long shardOf(long position) {
        return (position - 1) / SHARD_ADDRESSES_MAX + 1;
    }

    /** @param positions how many positions the site's list has given out */
    public Map<Key, Timeline<Value>> index(long positions) {
        var xml = new Xml().raw("<sitemapindex xmlns=\"" + NAMESPACE + "\">\n");
        location(xml, "sitemap", "/sitemaps/pages.xml");
        for (long shard = 1; shard <= (positions == 0 ? 0 : shardOf(positions)); shard++)
            location(xml, "sitemap", "/sitemaps/%d.xml".formatted(shard));
        return always("/sitemap.xml", xml.raw("</sitemapindex>\n").toString());
    }

    /** Lists, indexes and words: everything that is no article. */
    public Map<Key, Timeline<Value>> pages(List<DepartmentFacts> departments) {
        var xml = new Xml().raw("<urlset xmlns=\"" + NAMESPACE + "\">\n");
        for (var path :
                List.of("/", "/p/", "/areas/", "/topics/", "/departments/", "/sitemap", "/about", "/accessibility"))
            location(xml, "url", path);
        for (var series : site.series()) location(xml, "url", "/%s/".formatted(series.code()));
        for (var area : site.areas()) location(xml, "url", "/areas/%s/".formatted(area.code()));
        for (var topic : site.topics()) location(xml, "url", "/topics/%s/".formatted(topic.code()));
        for (var department : departments) location(xml, "url", "/departments/%s/".formatted(department.code()));
        return always("/sitemaps/pages.xml", xml.raw("</urlset>\n").toString());
    }

    /** @param entries of the shard's positions */
    public Map<Key, Timeline<Value>> shard(long shard, List<EntryFacts> entries) {
        var shown = Futures.of(now, Futures.edges(entries), at -> entries.stream()
                .filter(e -> e.window().shows(at))
                .toList());
        return Map.of(
                Key.of(site.code(), "/sitemaps/%d.xml".formatted(shard)),
                shown.map(open -> Files.text("application/xml; charset=utf-8", urls(open), press)));
    }

    private String urls(List<EntryFacts> entries) {
        var xml = new Xml().raw("<urlset xmlns=\"" + NAMESPACE + "\">\n");
        for (var entry : entries) {
            xml.raw("<url>");
            xml.element(
                    "loc", addresses.absolute("/%s/%d".formatted(entry.series().code(), entry.id())));
            xml.element("lastmod", Words.iso(entry.changedAt()));
            xml.raw("</url>\n");
        }
        return xml.raw("</urlset>\n").toString();
    }

    private void location(Xml xml, String name, String path) {
        xml.raw("<" + name + ">").element("loc", addresses.absolute(path)).raw("</" + name + ">\n");
    }

    private Map<Key, Timeline<Value>> always(String path, String text) {
        var records = new LinkedHashMap<Key, Timeline<Value>>();
        records.put(
                Key.of(site.code(), path), Timeline.always(Files.text("application/xml; charset=utf-8", text, press)));
        return records;
    }
}
