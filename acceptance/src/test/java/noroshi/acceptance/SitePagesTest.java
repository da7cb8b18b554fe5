package noroshi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The public site for everybody: axe-core, a small telephone, a keyboard. */
@ExtendWith(WithDemonstration.class)
class SitePagesTest {

    private static final List<String> BEGIN =
            List.of("/040002/", "/040002/l/", "/040002/t/", "/040002/no-such-page", "/041009/", "/040002/governments/");

    @Test
    void everyTypeOfPageIsForEverybody(Demonstration demonstration) {
        try (var browsing = new Browsing()) {
            var pages = new EveryPage(browsing.page(), demonstration.publicUrl(), SitePagesTest::type);

            assertThat(pages.problemsFrom(BEGIN)).isEmpty();

            System.out.println("site page types looked at: " + pages.types().size());
            assertThat(pages.types()).hasSizeGreaterThan(12);
        }
    }

    /** Governments, series and numbers differ, their pages are alike. */
    private static String type(String path) {
        if (path.matches(".*\\.(xml|ics|png|jpg|jpeg|webp|svg|css|js|pdf)$") || path.matches("/(media|assets)/.*"))
            return "";
        return path.replaceAll("\\?.*", "")
                .replaceFirst("^/\\d{6}/", "/G/")
                .replaceAll(
                        "/(?!l/|t/|p/|areas/|topics/|departments/|governments/|subscribe|confirm|unsubscribe|inquiry/|receipt|G/)[a-z][a-z0-9-]*/",
                        "/S/")
                .replaceAll("(areas|topics|departments|inquiry)/[^/]+", "$1/C")
                .replaceAll("\\d+", "N");
    }
}
