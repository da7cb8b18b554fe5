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

    /** The last: somebody else's officers work in Sendai, so that its screens show what only they may do. */
    private static final List<String> BEGIN = List.of(
            "/",
            "/no-such-page",
            "/calls?words=断水",
            "/shelters?shown=open&government=041009",
            "/emergency?government=041009",
            "/emergency/declare");

    private static final String[] REGISTERS = {
        "/shelters",
        "/shelters/N",
        "/shelters/N/edit",
        "/shelters/new",
        "/shelters/import",
        "/persons",
        "/persons/N",
        "/persons/new",
        "/persons/lists",
        "/persons/lists/N",
        "/persons/duplicates",
        "/persons/unidentified",
        "/persons/files",
        "/persons/protected",
        "/emergency",
        "/emergency/declare",
        "/emergency/evacuation",
        "/emergency/event",
        "/damage",
        "/damage/N",
        "/damage/N/edit",
        "/damage/new",
        "/damage/losses",
        "/damage/losses/C",
        "/calls",
    };

    @Test
    void everyTypeOfScreenIsForEverybody(Demonstration demonstration) {
        try (var browsing = new Browsing()) {
            var stranger = browsing.page();
            stranger.navigate(demonstration.officeUrl() + "/sign-in");
            assertThat(Browsing.violations(stranger)).isEmpty();
            assertThat(Browsing.tooWide(stranger)).isEmpty();

            movedIn(demonstration);
            var onTheWay = new java.util.ArrayList<String>();
            RegisterScenes.in(demonstration, browsing, seen -> {
                onTheWay.addAll(Browsing.violations(seen));
                onTheWay.addAll(Browsing.tooWide(seen));
            });
            var page = Desk.signIn(browsing, demonstration, "admin");
            var screens = new EveryPage(page, demonstration.officeUrl(), OfficePagesTest::type);

            onTheWay.addAll(screens.problemsFrom(BEGIN));
            assertThat(onTheWay).isEmpty();

            System.out.println(
                    "office screen types looked at: " + screens.types().size());
            assertThat(screens.types()).hasSizeGreaterThan(15).containsKeys(REGISTERS);
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
                .replaceAll("/damage/losses/[^/]+", "/damage/losses/C")
                .replaceAll("\\d+", "N");
    }
}
