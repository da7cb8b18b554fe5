package noroshi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The office for every officer: axe-core, a small telephone, a keyboard. */
@ExtendWith(WithDemonstration.class)
class OfficePagesTest {

    @Test
    void everyTypeOfScreenIsForEverybody(Demonstration demonstration) {
        try (var browsing = new Browsing()) {
            var stranger = browsing.page();
            stranger.navigate(demonstration.officeUrl() + "/sign-in");
            assertThat(Browsing.violations(stranger)).isEmpty();
            assertThat(Browsing.tooWide(stranger)).isEmpty();

            var page = Desk.signIn(browsing, demonstration, "admin");
            var screens = new EveryPage(page, demonstration.officeUrl(), OfficePagesTest::type);

            assertThat(screens.problemsFrom(List.of("/", "/no-such-page"))).isEmpty();

            System.out.println(
                    "office screen types looked at: " + screens.types().size());
            assertThat(screens.types()).hasSizeGreaterThan(15);
        }
    }

    /** Articles and codes differ, their screens are alike; previews are pages of the site, which have a test of their own. */
    private static String type(String path) {
        if (path.matches("/(sign-out|api|assets)\\b.*|/media/\\d{6}/.*|.*/page\\b.*")) return "";
        return path.replaceAll("\\?.*", "")
                .replaceAll("/settings/(departments|series)/[^/]+", "/settings/$1/C")
                .replaceAll("/inquiries/[^/]+", "/inquiries/C")
                .replaceAll("\\d+", "N");
    }
}
