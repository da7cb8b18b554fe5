package noroshi.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import noroshi.snapshot.Key;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Feeds, calendars and site maps keep the rules of their standards, with the demonstration's content. */
class FeedsTest {

    private static final DemoSite SITE = new DemoSite(new DemoFacts(), "040002", List.of(), DemoFacts.NOW);

    @Test
    void everyFeedIsAtom() throws Exception {
        int feeds = 0;
        for (var key : SITE.records.keySet()) {
            if (!key.path().endsWith("feed.xml")) continue;
            feeds++;
            var feed = xml(key).getDocumentElement();
            assertThat(feed.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
            // RFC 4287 §4.1.1: exactly one id, title, updated; an author; a link to itself.
            for (var name : List.of("id", "title", "updated", "author"))
                assertThat(children(feed, name)).as(name).hasSize(1);
            assertThat(children(feed, "link"))
                    .anyMatch(l -> l.getAttribute("rel").equals("self"));
            var ids = new HashSet<String>();
            var updated = OffsetDateTime.parse(text(feed, "updated"));
            for (var entry : children(feed, "entry")) {
                for (var name : List.of("id", "title", "updated", "published"))
                    assertThat(children(entry, name)).as(name).hasSize(1);
                assertThat(ids.add(text(entry, "id"))).isTrue();
                assertThat(OffsetDateTime.parse(text(entry, "updated"))).isBeforeOrEqualTo(updated);
            }
        }
        assertThat(feeds).isGreaterThan(40);
    }

    @Test
    void theCalendarKeepsItsLinesAndProperties() {
        var text = new String(SITE.bytes(Key.of("040002", "/calendar.ics"), DemoFacts.NOW), StandardCharsets.UTF_8);
        assertThat(text).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
        var lines = text.split("\r\n");
        for (var line : lines)
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
        var unfolded = text.replace("\r\n ", "").split("\r\n");
        var uids = new HashSet<String>();
        int events = 0;
        for (var line : unfolded) {
            assertThat(line).matches("(?s)[A-Z-]+[;:].*");
            if (line.equals("BEGIN:VEVENT")) events++;
            if (line.startsWith("UID:")) assertThat(uids.add(line)).isTrue();
        }
        assertThat(events).isPositive().isEqualTo(uids.size());
    }

    @Test
    void aLongLineIsFoldedBetweenCharacters() {
        var folded = Calendars.fold("SUMMARY:" + "津波😀".repeat(40));

        assertThat(folded.replace("\r\n ", "")).isEqualTo("SUMMARY:" + "津波😀".repeat(40));
        for (var line : folded.split("\r\n"))
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
    }

    @Test
    void theSiteMapIsAnIndexThatGrowsByShards() {
        var maps = new Sitemaps(SITE.site, Press.PLAIN, DemoFacts.NOW);

        assertThat(index(maps, 250)).contains("/sitemaps/1.xml").doesNotContain("/sitemaps/2.xml");
        assertThat(index(maps, 251)).contains("/sitemaps/2.xml");
    }

    @Test
    void periodsReadAsPeopleSayThem() {
        var ten = Instant.parse("2026-12-04T01:00:00Z");
        assertThat(Words.period(new EventFacts(ten, ten.plus(Duration.ofMinutes(150)), "")))
                .isEqualTo("2026年12月4日（金）10時～12時30分");
        assertThat(Words.period(new EventFacts(ten, null, ""))).isEqualTo("2026年12月4日（金）10時");
        assertThat(Words.period(new EventFacts(ten.minus(Duration.ofHours(10)), ten.plus(Duration.ofHours(14)), "")))
                .isEqualTo("2026年12月4日（金）");
        assertThat(Words.period(new EventFacts(ten, ten.plus(Duration.ofDays(1)), "")))
                .isEqualTo("2026年12月4日（金）10時～12月5日（土）10時");
    }

    private static String index(Sitemaps maps, long positions) {
        var timeline = maps.index(positions).get(Key.of("040002", "/sitemap.xml"));
        return FuturesTest.text(java.util.Objects.requireNonNull(timeline).at(DemoFacts.NOW));
    }

    private static Document xml(Key key) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(SITE.bytes(key, DemoFacts.NOW)));
    }

    private static List<Element> children(Element parent, String name) {
        var found = new java.util.ArrayList<Element>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling())
            if (node instanceof Element element && element.getLocalName().equals(name)) found.add(element);
        return found;
    }

    private static String text(Element parent, String name) {
        return children(parent, name).getFirst().getTextContent();
    }
}
