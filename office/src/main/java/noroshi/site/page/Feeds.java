package noroshi.site.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import noroshi.site.view.Mark;
import noroshi.snapshot.Key;
import noroshi.snapshot.Timeline;
import noroshi.snapshot.Value;

/** Atom (RFC 4287) of a list's newest entries. */
public final class Feeds {

    private final SiteFacts site;
    private final Press press;
    private final Instant now;

    public Feeds(SiteFacts site, Press press, Instant now) {
        this.site = site;
        this.press = press;
        this.now = now;
    }

    public Map<Key, Timeline<Value>> build(ListFacts list) {
        var feed = Futures.of(now, Futures.edges(list.entries()), at -> ListPages.shown(list.entries(), at));
        return Map.of(
                Key.of(site.code(), list.listing().path() + "feed.xml"),
                feed.map(entries ->
                        Files.text("application/atom+xml; charset=utf-8", atom(list.listing(), entries), press)));
    }

    private String atom(Listing listing, List<EntryFacts> entries) {
        var addresses = new Addresses(site, Variant.FULL);
        var self = addresses.absolute(listing.path() + "feed.xml");
        var xml = new Xml().raw("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"ja\">\n");
        xml.element("title", site.name() + "　" + listing.name());
        xml.element("id", self);
        xml.element("updated", Words.iso(newest(entries)));
        link(xml, "self", "application/atom+xml", self);
        link(xml, "alternate", "text/html", addresses.absolute(listing.path()));
        xml.raw("<author><name>" + Xml.escaped(site.name()) + "</name></author>\n");
        for (var entry : entries) entry(xml, addresses, entry);
        return xml.raw("</feed>\n").toString();
    }

    private static void entry(Xml xml, Addresses addresses, EntryFacts entry) {
        var address = addresses.absolute("/%s/%d".formatted(entry.series().code(), entry.id()));
        xml.raw("<entry>\n");
        xml.element("title", Mark.of(entry.mark()).before(entry.title()));
        xml.element("id", address);
        xml.element("published", Words.iso(entry.publishedAt()));
        xml.element("updated", Words.iso(entry.changedAt()));
        link(xml, "alternate", "text/html", address);
        xml.raw("<category term=\"%s\" label=\"%s\"/>\n"
                .formatted(
                        Xml.escaped(entry.series().code()),
                        Xml.escaped(entry.series().name())));
        if (!entry.summary().isEmpty()) xml.element("summary", entry.summary());
        xml.raw("</entry>\n");
    }

    private static void link(Xml xml, String relation, String type, String address) {
        xml.raw("<link rel=\"%s\" type=\"%s\" href=\"%s\"/>\n".formatted(relation, type, Xml.escaped(address)));
    }

    /** An empty feed has no news; it says so with the oldest instant there is. */
    private static Instant newest(List<EntryFacts> entries) {
        return entries.stream()
                .map(EntryFacts::changedAt)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }
}
