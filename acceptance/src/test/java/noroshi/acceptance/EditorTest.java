package noroshi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The editor with its script, by keyboard alone, on a desk and on a telephone. */
@ExtendWith(WithDemonstration.class)
class EditorTest {

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void anOfficerWritesByKeyboard(int width, Demonstration demonstration) {
        try (var browsing = new Browsing()) {
            var page = Desk.signIn(browsing, demonstration, "sato");
            page.setViewportSize(width, 800);
            page.navigate(demonstration.officeUrl() + "/articles/new");
            page.waitForSelector("[role=toolbar]");

            page.focus("#body");
            page.keyboard().type("対象の方");
            page.keyboard().press("Control+Alt+Digit2");
            assertThat(body(page)).isEqualTo("## 対象の方");
            page.keyboard().press("End");
            page.keyboard().press("Enter");
            page.keyboard().press("Enter");
            page.keyboard().type("- 水");
            page.keyboard().press("Enter");
            page.keyboard().type("食料");
            assertThat(body(page)).isEqualTo("## 対象の方\n\n- 水\n- 食料");
            table(page);
            link(page);
            repair(page);

            assertThat(Browsing.violations(page)).isEmpty();
            if (width == 360) assertThat(Browsing.tooWide(page)).isEmpty();
        }
    }

    private static void table(Page page) {
        page.keyboard().press("Control+Alt+KeyT");
        page.waitForSelector("#table-dialog[open]");
        assertThat(Browsing.violations(page)).isEmpty();
        page.focus("#table-grid input");
        page.keyboard().type("場所");
        page.focus("#table-dialog button[data-do=insert]");
        page.keyboard().press("Enter");
        assertThat(body(page)).contains("| 場所 | 見出し2 | 見出し3 |\n| --- | --- | --- |");
    }

    private static void link(Page page) {
        page.keyboard().press("Control+KeyK");
        page.waitForSelector("#link-dialog[open]");
        page.focus("#link-search");
        page.keyboard().type("津波");
        page.waitForSelector("#link-results button");
        page.focus("#link-results button");
        page.keyboard().press("Enter");
        page.focus("#link-dialog button[data-do=insert]");
        page.keyboard().press("Enter");
        assertThat(body(page)).contains("](article:");
    }

    private static void repair(Page page) {
        page.fill("#body", "塩釜市の説明会です。");
        if (page.isHidden("#live")) page.click(".toolbar-toggle");
        page.waitForSelector("#live .findings button[data-with]");
        page.focus("#live .findings button[data-with]");
        page.keyboard().press("Enter");
        assertThat(body(page)).contains("塩竈市");
    }

    private static String body(Page page) {
        return page.inputValue("#body");
    }
}
