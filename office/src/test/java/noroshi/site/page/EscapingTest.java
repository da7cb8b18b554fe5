package noroshi.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import noroshi.snapshot.Timeline;
import noroshi.snapshot.Value;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Whatever is typed into any field stays text on every page, feed and calendar. */
class EscapingTest {

    private static final Instant NOW = Instant.parse("2026-03-11T03:00:00Z");
    private static final List<String> ATTACKS = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "' onmouseover='alert(1)",
            "</title></main></script><script>alert(1)</script>",
            "]]><x/>",
            "javascript:alert(1)",
            "[a](javascript:alert(1)) ![b](javascript:alert(1)) <a href=\"javascript:alert(1)\">c</a>",
            "\0slot banner/040002/full\0",
            "${1+1} @if(true) <!-- {{x}}",
            "&lt;script&gt;",
            "\u2028\u0007\uFFFF");

    @Test
    void noFieldOfAnArticleReachesThePageAsMarkup() {
        for (var attack : ATTACKS) {
            var site = site(attack);
            for (var records : List.of(
                    new ArticlePages(site, Press.PLAIN, NOW).build(article(site, attack)),
                    new ListPages(site, Press.PLAIN, NOW).newest(list(site, attack)),
                    new TopPages(site, Press.PLAIN, NOW)
                            .build(new TopFacts(list(site, attack), List.of(entry(site, attack)))),
                    new DirectoryPages(site, List.of(department(attack)), List.of(), Press.PLAIN).build(),
                    new FormPages(site, Press.PLAIN).build(List.of(department(attack))),
                    new WordPages(site, Press.PLAIN).build())) records.values().forEach(EscapingTest::checkPage);
            new SlotPages(site, Press.PLAIN)
                    .alerts(
                            List.of(new Alert(5, attack, attack, attack, "040002", "/a", "drill", NOW, Window.ALWAYS)),
                            NOW)
                    .values()
                    .forEach(slot -> checkHtml(
                            FuturesTest.text(new Value.Page(noroshi.snapshot.Head.of("text/html"), slot.at(NOW)))));
        }
    }

    @Test
    void eachTableHasANameOfItsOwnAndNoneIsMarkup() {
        var text = """
                | a |
                |---|
                | 1 |

                ## "><img src=x>震度

                | a |
                |---|
                | 1 |

                続き

                | a |
                |---|
                | 1 |
                """;
        var site = site("宮城県");

        var html = new Markdown(
                        text,
                        Variant.FULL,
                        new Addresses(site, Variant.FULL),
                        List.of(),
                        Map.of(),
                        code -> noroshi.markup.Contact.UNKNOWN)
                .html();

        assertThat(Jsoup.parse(html).select("[role=region]").eachAttr("aria-label"))
                .containsExactly("表", "\"><img src=x>震度の表", "\"><img src=x>震度の表2");
    }

    @Test
    void feedsStayWellFormed() throws Exception {
        for (var attack : ATTACKS) {
            var site = site(attack);
            for (var value :
                    new Feeds(site, Press.PLAIN, NOW).build(list(site, attack)).values()) {
                var xml = FuturesTest.text(value.at(NOW)).getBytes(java.nio.charset.StandardCharsets.UTF_8);
                var feed = DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new java.io.ByteArrayInputStream(xml));
                assertThat(feed.getElementsByTagName("entry").getLength()).isOne();
            }
        }
    }

    @Test
    void calendarsKeepOneLineForOneProperty() {
        var site = site("a\r\nBEGIN:VEVENT\nATTACH:x");
        var text = FuturesTest.text(new Calendars(site, Press.PLAIN, NOW)
                .ofEntry(entry(site, "a\r\nBEGIN:VEVENT\nATTACH:x"))
                .values()
                .iterator()
                .next()
                .at(NOW));

        assertThat(text.split("\r\n"))
                .filteredOn(line -> line.equals("BEGIN:VEVENT"))
                .hasSize(1);
        assertThat(text).doesNotContain("\nATTACH");
    }

    private static void checkPage(Timeline<Value> timeline) {
        timeline.steps().forEach(step -> checkHtml(FuturesTest.text(step.value())));
    }

    private static void checkHtml(String html) {
        var page = Jsoup.parse(html);
        assertThat(page.select("script:not([type=application/ld+json]), main img, iframe, x"))
                .as(html)
                .isEmpty();
        assertThat(page.select("[onerror], [onmouseover], a[href^=javascript]"))
                .as(html)
                .isEmpty();
        assertThat(html.chars()).doesNotContain(0);
        for (var data : page.select("script[type=application/ld+json]"))
            tools.jackson.databind.json.JsonMapper.builder().build().readTree(data.data());
    }

    private static SiteFacts site(String attack) {
        var series = new SeriesFacts("news", attack, attack, "blog");
        return new SiteFacts(
                "040002",
                attack.isBlank() ? "県" : attack,
                attack,
                attack,
                true,
                "#00573d",
                attack,
                attack,
                attack,
                List.of(series),
                List.of(new Place("042021", attack, null, "municipality")),
                List.of(new Place("safety", attack, null, "topic")),
                URI.create("https://www.example.jp"));
    }

    private static DepartmentFacts department(String attack) {
        return new DepartmentFacts("kouhou", attack, null, attack, attack, attack);
    }

    private static ArticleFacts article(SiteFacts site, String attack) {
        return new ArticleFacts(
                1,
                site.series().getFirst(),
                attack,
                attack,
                attack + "\n\n| a |\n|---|\n| " + attack + " |\n",
                site.areas(),
                site.topics(),
                department(attack),
                new EventFacts(NOW, null, attack),
                null,
                List.of(new MediaFacts("0".repeat(64), attack, "application/pdf", "pdf", 1, 0, 0, attack, attack)),
                List.of(),
                Map.of(),
                Map.of(),
                List.of(new ArticleFacts.Correction(NOW, attack)),
                "drill",
                NOW,
                NOW,
                Window.ALWAYS,
                List.of(entry(site, attack)),
                List.of());
    }

    private static EntryFacts entry(SiteFacts site, String attack) {
        return new EntryFacts(
                2,
                site.series().getFirst(),
                1,
                attack,
                attack,
                "drill",
                NOW,
                NOW,
                new EventFacts(NOW, null, attack),
                null,
                Window.ALWAYS);
    }

    private static ListFacts list(SiteFacts site, String attack) {
        return new ListFacts(new Listing.Site(), List.of(entry(site, attack)), 1);
    }
}
