package noroshi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The public site for everybody: axe-core, a small telephone, a keyboard. */
@ExtendWith(WithDemonstration.class)
class SitePagesTest {

    private static final List<String> BEGIN = List.of(
            "/040002/",
            "/040002/l/",
            "/040002/t/",
            "/040002/no-such-page",
            "/041009/",
            "/041009/l/",
            "/041009/t/",
            "/041009/facilities/lists",
            "/040002/governments/",
            "/040002/anpi/1",
            "/040002/l/anpi/1",
            "/040002/t/anpi/1",
            "/041009/shelters/report",
            "/041009/l/shelters/report",
            "/041009/t/shelters/report",
            "/041009/shelters/device");

    private static final List<String> REGISTERS = List.of(
            "shelters/",
            "shelters/N",
            "shelters/list/N",
            "shelters/map",
            "shelters/nearest",
            "shelters/report",
            "facilities/lists",
            "facilities/F",
            "damage/",
            "damage/K/",
            "damage/K/N",
            "damage/N",
            "damage/map",
            "damage/all",
            "damage/losses/",
            "damage/losses/C",
            "anpi/N",
            "safety",
            "safety/note",
            "opendata/",
            "headquarters/");

    @Test
    void everyTypeOfPageIsForEverybody(Demonstration demonstration) {
        try (var browsing = new Browsing()) {
            RegisterScenes.in(demonstration, browsing, screen -> {});
            var pages = new EveryPage(browsing.page(), demonstration.publicUrl(), SitePagesTest::type);

            assertThat(pages.problemsFrom(BEGIN)).isEmpty();

            System.out.println("site page types looked at: " + pages.types().size());
            assertThat(pages.types()).hasSizeGreaterThan(12);
            assertThat(REGISTERS.stream()
                            .flatMap(page -> Stream.of("/G/", "/G/l/", "/G/t/").map(variant -> variant + page)))
                    .isSubsetOf(pages.types().keySet());
        }
    }

    /** Governments, series and numbers differ, their pages are alike. */
    private static String type(String path) {
        if (path.matches(".*\\.(xml|ics|png|jpg|jpeg|webp|svg|css|js|pdf)$") || path.matches("/(media|assets)/.*"))
            return "";
        var page = path.replaceAll("\\?.*", "").replaceFirst("^/\\d{6}/", "/G/");
        if (page.matches("/G/(l/|t/)?(shelters|facilities|damage|anpi|safety|opendata|cap|headquarters)(/.*)?"))
            return register(page);
        return page.replaceAll(
                        "/(?!l/|t/|p/|areas/|topics/|departments/|governments/|subscribe|confirm|unsubscribe|inquiry/|receipt|G/)[a-z][a-z0-9-]*/",
                        "/S/")
                .replaceAll("(areas|topics|departments|inquiry)/[^/]+", "$1/C")
                .replaceAll("\\d+", "N");
    }

    /** Pages of registers keep their names; kinds, occasions, lists and numbers differ. */
    private static String register(String page) {
        if (page.matches(".*\\.[a-z0-9]+$")) return ""; // data
        return page.replaceAll("(facilities)/(?!lists$)[^/]+$", "$1/F")
                .replaceAll("(damage/losses)/[^/]+$", "$1/C")
                .replaceAll("damage/(?!losses|map|all|\\d)[a-z]+/", "damage/K/")
                .replaceAll("\\d+", "N");
    }
}
