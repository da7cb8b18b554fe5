package noroshi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
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

            movedIn(demonstration);
            var page = Desk.signIn(browsing, demonstration, "admin");
            var screens = new EveryPage(page, demonstration.officeUrl(), OfficePagesTest::type);

            assertThat(screens.problemsFrom(List.of("/", "/no-such-page"))).isEmpty();

            System.out.println(
                    "office screen types looked at: " + screens.types().size());
            assertThat(screens.types()).hasSizeGreaterThan(15);
        }
    }

    /** A small old site that waits for review, so that the screens of moving in have something to show. */
    private static void movedIn(Demonstration demonstration) {
        var folder = demonstration.data().resolve("moving/to-look-at");
        OldSite.write(folder, 30, 7);
        try (var http = new Http()) {
            var walk = new MovingWalk(demonstration, http, "040002");
            walk.signIn();
            walk.await(walk.start("画面を確かめるためのサイト", folder, ""), "確認待ち", Duration.ofMinutes(2));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Articles and codes differ, their screens are alike; previews are pages of the site, which have a test of their own. */
    private static String type(String path) {
        if (path.matches("/(sign-out|api|assets)\\b.*|/media/\\d{6}/.*|.*/page\\b.*|.*/files/.*|.*\\.csv\\b.*"))
            return "";
        return path.replaceAll("\\?.*", "")
                .replaceAll("/settings/(departments|series)/[^/]+", "/settings/$1/C")
                .replaceAll("/inquiries/[^/]+", "/inquiries/C")
                .replaceAll("\\d+", "N");
    }
}
