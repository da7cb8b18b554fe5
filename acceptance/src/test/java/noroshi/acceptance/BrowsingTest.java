package noroshi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The checks themselves: each finds the fault it is for. */
class BrowsingTest {

    private static final String GOOD = """
            <!doctype html><html lang="ja"><head><title>題</title><meta name="viewport" content="width=device-width"></head>
            <body><a href="#main">本文へ</a><main id="main"><h1>見出し</h1>%s</main></body></html>""";

    @Test
    void aGoodPageHasNoFinding() {
        try (var browsing = new Browsing()) {
            var page = show(browsing, "<p><a href='#x'>つづき</a></p>");

            assertThat(Browsing.violations(page)).isEmpty();
            assertThat(Browsing.tooWide(page)).isEmpty();
            assertThat(Browsing.keyboard(page)).isEmpty();
        }
    }

    @Test
    void eachFaultIsFound() {
        try (var browsing = new Browsing()) {
            assertThat(Browsing.violations(show(browsing, "<img src='data:,'>")))
                    .anyMatch(line -> line.contains("image-alt"));
            assertThat(Browsing.tooWide(show(browsing, "<div style='width:500px'>広い</div>")))
                    .isNotEmpty();
            assertThat(Browsing.keyboard(show(browsing, "<a href='#x' style='outline:none'>見えない</a>")))
                    .isNotEmpty();
            assertThat(Browsing.keyboard(menuWithoutSkipLink(browsing))).isNotEmpty();
        }
    }

    private static Page menuWithoutSkipLink(Browsing browsing) {
        var page = browsing.page();
        page.setContent(GOOD.formatted("").replace("<a href=\"#main\">本文へ</a>", "<a href='/x'>先</a>".repeat(6)));
        return page;
    }

    private static Page show(Browsing browsing, String content) {
        var page = browsing.page();
        page.setContent(GOOD.formatted(content));
        return page;
    }
}
