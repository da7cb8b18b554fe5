package noroshi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The ladder of degradation has budgets: they are measured on every page that a reader can reach. */
@ExtendWith(WithDemonstration.class)
class SizeTest {

    private static final int LITE_BYTES_MAX = 14 * 1024;
    private static final int TEXT_BYTES_MAX = 4 * 1024;
    private static final int PAGES_MIN = 100;
    private static final Pattern LITE = Pattern.compile("/\\d{6}/l/.*");
    private static final Pattern TEXT = Pattern.compile("/\\d{6}/t/.*");

    @Test
    void everyLitePageFitsIntoOneRoundTrip(Demonstration demonstration) throws IOException {
        check(demonstration, LITE, "/l/", LITE_BYTES_MAX);
    }

    @Test
    void everyTextPageFitsIntoFourKilobytes(Demonstration demonstration) throws IOException {
        check(demonstration, TEXT, "/t/", TEXT_BYTES_MAX);
    }

    private static void check(Demonstration demonstration, Pattern pages, String prefix, int bytesMax)
            throws IOException {
        // The budgets are made for a disaster: banners stand on every page of a town that gives orders.
        if (Browsing.isPossible())
            try (var browsing = new Browsing()) {
                RegisterScenes.in(demonstration, browsing, screen -> {});
            }
        var problems = new ArrayList<String>();
        int largest = 0;
        var largestAt = "";
        var seen = reach(demonstration, pages, prefix);
        for (var page : seen) {
            if (page.size() > largest) largestAt = page.address().getPath();
            largest = Math.max(largest, page.size());
            if (page.size() > bytesMax) problems.add(page.address() + ": " + page.size() + " bytes");
            problems.addAll(furtherRequests(page));
        }
        System.out.printf("%s: %d pages, largest %d bytes on the wire (%s)%n", prefix, seen.size(), largest, largestAt);
        assertThat(problems).isEmpty();
        assertThat(seen).hasSizeGreaterThan(PAGES_MIN);
    }

    /** Every page of that variant which links lead to, from the prefecture's top page on. */
    private static List<Wire> reach(Demonstration demonstration, Pattern pages, String prefix) throws IOException {
        var found = new ArrayList<Wire>();
        var known = new LinkedHashSet<URI>();
        var next = new ArrayDeque<URI>();
        var start = URI.create(demonstration.publicUrl() + "/040002" + prefix);
        known.add(start);
        next.add(start);
        while (!next.isEmpty()) {
            var page = Wire.get(next.poll());
            if (page.status() != 200) continue; // SiteTest finds broken links
            found.add(page);
            for (var link : links(page, pages)) if (known.add(link)) next.add(link);
        }
        return found;
    }

    private static Set<URI> links(Wire page, Pattern pages) throws IOException {
        var links = new LinkedHashSet<URI>();
        for (var link : Jsoup.parse(page.text(), page.address().toString()).select("a[href]")) {
            var href = link.absUrl("href").replaceAll("#.*", "");
            if (!href.startsWith("http://" + page.address().getAuthority() + "/")) continue;
            var address = URI.create(href);
            if (pages.matcher(address.getPath()).matches()) links.add(address);
        }
        return links;
    }

    private static List<String> furtherRequests(Wire page) throws IOException {
        return Jsoup.parse(page.text())
                .select("img:not([src^=data:]), script[src], link[rel~=stylesheet|preload|modulepreload], "
                        + "link[rel~=icon]:not([href^=data:]), iframe, video, audio, object, embed, source")
                .stream()
                .map(element -> page.address() + " asks for more: " + element)
                .toList();
    }
}
