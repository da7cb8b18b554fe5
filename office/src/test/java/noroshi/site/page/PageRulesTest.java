package noroshi.site.page;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import noroshi.snapshot.Key;
import noroshi.snapshot.Value;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What holds for every page of the demonstration, in every variant. */
class PageRulesTest {

    private static final DemoFacts DEMO = new DemoFacts();
    private static final Map<String, DemoSite> SITES = sites();

    private static Map<String, DemoSite> sites() {
        var sites = new LinkedHashMap<String, DemoSite>();
        sites.put("040002", new DemoSite(DEMO, "040002", GalleryTest.alerts(DemoFacts.NOW), DemoFacts.NOW));
        sites.put("042021", new DemoSite(DEMO, "042021", List.of(), DemoFacts.NOW));
        return sites;
    }

    private interface Rule {
        void check(Key key, Document page, List<String> broken);
    }

    private static void everyPage(Rule rule) {
        var broken = new ArrayList<String>();
        int pages = 0;
        for (var site : SITES.values())
            for (var record : site.records.entrySet()) {
                var value = record.getValue().at(DemoFacts.NOW);
                if (!(value instanceof Value.Page page) || !page.head().type().startsWith("text/html")) continue;
                var html = new String(site.bytes(record.getKey(), DemoFacts.NOW), StandardCharsets.UTF_8);
                rule.check(record.getKey(), Jsoup.parse(html), broken);
                pages++;
            }
        assertThat(pages).isGreaterThan(1000);
        assertThat(broken.stream().limit(20)).isEmpty();
    }

    /** What stands there is not made by the site's own pages: {@code SitePagesTest} follows these links. */
    private static final List<String> REGISTERS = List.of("/shelters/", "/damage/", "/headquarters/", "/opendata/");

    @Test
    void aPoorLineReachesTheAreasTheReceiptAndTheFormOfADepartment() {
        var site = requireNonNull(SITES.get("040002"));
        for (var variant : List.of("/l", "/t")) {
            assertThat(html(site, variant + "/"))
                    .contains("href=\"/040002%s/areas/\"".formatted(variant))
                    .contains("href=\"/040002%s/receipt\"".formatted(variant));
            assertThat(html(site, variant + "/departments/kikitaisaku/"))
                    .contains("href=\"/040002%s/inquiry/kikitaisaku\"".formatted(variant))
                    .contains("022-000-1007");
        }
    }

    @Test
    void whatIsSaidAfterAFormAndForAMissingPageStaysInItsVariant() {
        var site = requireNonNull(SITES.get("040002"));
        for (var prefix : List.of("", "/l", "/t"))
            for (var path :
                    List.of(prefix + "/thanks/inquiry", prefix + "/refused/inquiry", "!404" + prefix, "!503" + prefix))
                assertThat(html(site, path))
                        .as(path)
                        .contains("href=\"/040002%s/\"".formatted(prefix))
                        .doesNotContain(prefix.isEmpty() ? "<style>" : "rel=\"stylesheet\"");
    }

    @Test
    void aFormNamesTheTelephoneForWhoCannotWait() {
        var site = requireNonNull(SITES.get("040002"));
        assertThat(html(site, "/inquiry/kikitaisaku")).contains("tel:119", "tel:110", "tel:0220001007", "022-000-1007");
    }

    @Test
    void aListShowsWhenAnEmergencyLastChanged() {
        var emergency = new SeriesFacts("emergency", "緊急情報", "", "news");
        var news = new SeriesFacts("news", "お知らせ", "", "news");
        var changed = DemoFacts.NOW.plus(java.time.Duration.ofHours(2));
        assertThat(Words.listed(emergency, DemoFacts.NOW, changed))
                .isEqualTo(new noroshi.site.view.When(
                        Words.minute(changed).text() + " 更新",
                        Words.minute(changed).iso()));
        assertThat(Words.listed(emergency, DemoFacts.NOW, DemoFacts.NOW)).isEqualTo(Words.minute(DemoFacts.NOW));
        assertThat(Words.listed(news, DemoFacts.NOW, changed)).isEqualTo(Words.day(DemoFacts.NOW));
    }

    private static String html(DemoSite site, String path) {
        return new String(site.bytes(Key.of("040002", path), DemoFacts.NOW), StandardCharsets.UTF_8);
    }

    @Test
    void aPageHasOneTitleAndItsHeadingsSkipNoLevel() {
        everyPage((key, page, broken) -> {
            if (page.select("h1").size() != 1)
                broken.add(key + " has " + page.select("h1").size() + " h1");
            if (page.title().isBlank()) broken.add(key + " has no title");
            int last = 1;
            for (var heading : page.select("main h1, main h2, main h3, main h4, main h5, main h6")) {
                int level = heading.tagName().charAt(1) - '0';
                if (level > last + 1)
                    broken.add(key + " jumps from h%d to h%d: %s".formatted(last, level, heading.text()));
                last = level;
            }
        });
    }

    @Test
    void everyIdIsUniqueAndEveryReferenceLeadsToOne() {
        everyPage((key, page, broken) -> {
            var ids = new HashSet<String>();
            for (var element : page.select("[id]"))
                if (!ids.add(element.id())) broken.add(key + " has the id " + element.id() + " twice");
            for (var name : List.of("for", "aria-labelledby", "aria-describedby"))
                for (var element : page.select("[" + name + "]"))
                    if (!ids.contains(element.attr(name))) broken.add(key + " refers to no " + element.attr(name));
        });
    }

    @Test
    void imagesSayWhatTheyShowAndFieldsWhatTheyWant() {
        everyPage((key, page, broken) -> {
            for (var image : page.select("img:not([alt])")) broken.add(key + " " + image);
            for (var field : page.select("input:not([type=hidden]), textarea, select")) {
                boolean named = !page.select("label[for=" + field.id() + "]").isEmpty()
                        && !field.id().isEmpty();
                if (!named && field.closest("label") == null) broken.add(key + " " + field);
            }
        });
    }

    @Test
    void everyPageHasItsLanguageLandmarksAndASkipLink() {
        everyPage((key, page, broken) -> {
            if (!page.select("html").attr("lang").equals("ja")) broken.add(key + " tells no language");
            for (var landmark : List.of("header", "main#main", "footer"))
                if (page.select(landmark).isEmpty()) broken.add(key + " has no " + landmark);
            for (var nav : page.select("nav:not([aria-label])")) broken.add(key + " has a nameless " + nav.tagName());
            boolean full = !key.path().matches("/[lt]/.*|!\\d+/[lt]");
            if (full && page.select("a.skip[href=#main]").isEmpty()) broken.add(key + " cannot be skipped into");
        });
    }

    @Test
    void nothingRunsAndNothingIsStyledInline() {
        everyPage((key, page, broken) -> {
            for (var script : page.select("script:not([type=application/ld+json])")) broken.add(key + " " + script);
            for (var styled : page.select("[style]")) broken.add(key + " " + styled.tagName());
            for (Element element : page.getAllElements())
                element.attributes().forEach(a -> {
                    if (a.getKey().startsWith("on")) broken.add(key + " " + a);
                });
        });
    }

    @Test
    void noLinkInsideTheSitesIsDead() {
        var dead = new TreeSet<String>();
        everyPage((key, page, broken) -> {
            for (var link : page.select("a[href^=/], link[href^=/]")) {
                var href = link.attr("href");
                var site = SITES.get(href.substring(1, Math.min(7, href.length())));
                if (site == null || href.contains("/media/")) continue;
                if (href.endsWith(".ics")
                        || href.startsWith("/040002/emergency/")
                        || href.contains("/emergency/")
                        || REGISTERS.stream().anyMatch(href::endsWith)) continue;
                if (!site.records.containsKey(Key.of(href.substring(1, 7), href.substring(7))))
                    dead.add(href + " on " + key);
            }
        });
        assertThat(dead.stream().limit(20)).isEmpty();
    }
}
