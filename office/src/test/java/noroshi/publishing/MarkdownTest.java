package noroshi.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    @Test
    void headingsBeginAtTheSecondLevelAndSkipNone() {
        var rendered = Markdown.render("# 一\n\n### 三\n\n# 一");

        assertThat(rendered.html()).isEqualTo("<h2>一</h2>\n<h3>三</h3>\n<h2>一</h2>\n");
        assertThat(rendered.notices()).extracting(Markdown.Notice::line).containsExactly(3);
    }

    @Test
    void headerCellsHaveAScope() {
        assertThat(Markdown.render("| 施設 | 状態 |\n|---|--:|\n| 港 | 復旧 |\n").html())
                .contains("<th scope=\"col\">施設</th>")
                .contains("<td class=\"align-right\">復旧</td>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "a <img src=x onerror=alert(1)> b",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](&#106;avascript:alert(1))",
                "[x](java%0ascript:alert(1))",
                "[x](<java\tscript:alert(1)>)",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x](vbscript:x)",
                "[x](//evil.example/)",
                "![x](https://evil.example/x.png)",
                "![x](data:image/svg+xml;base64,PHN2Zz4=)",
                "<javascript:alert(1)>",
                "[x]: javascript:alert(1)\n\n[x]",
                "[x](/a \"\\\" onmouseover=alert(1)\")",
                "<svg/onload=alert(1)>",
                "| <script>a</script> |\n|---|\n| <img src=x> |"
            })
    void whatCouldHarmAReaderIsTextOnly(String text) {
        var html = Markdown.render(text).html();

        assertThat(html).doesNotContainPattern("(?i)<(script|img|svg|iframe)");
        assertThat(html).doesNotContainPattern("(?i)(href|src)=\"(javascript|data|vbscript|//)");
        assertThat(html).doesNotContainPattern("<[^>]* on[a-z]+=");
    }

    @Test
    void brokenMarkupIsNotedWithItsLine() {
        var notices = Markdown.render("一\n\n<b>二</b>\n\n[三](javascript:x)\n\n![](/media/a.png)\n\n```\n四")
                .notices();

        assertThat(notices).extracting(Markdown.Notice::line).containsExactly(3, 3, 5, 7, 0);
    }

    @Test
    void linksToArticlesAreResolvedByTheSite() {
        var rendered = Markdown.render(
                "[断水](article:12)と[他](article:13)", a -> a.equals("article:12") ? "/040002/news/12" : "");

        assertThat(rendered.html()).isEqualTo("<p><a href=\"/040002/news/12\">断水</a>と他</p>\n");
        assertThat(rendered.articles()).containsExactly(12L, 13L);
        assertThat(Markdown.render("[断水](article:12)").html()).contains("href=\"article:12\"");
    }

    @Test
    void plainTextKeepsParagraphsListsAndTables() {
        assertThat(Markdown.render(
                                "# 断水\n\n一行目\n二行目は[県](https://pref.example/)へ\n\n- 甲\n- 乙\n  - 丙\n\n| 区 | 時刻 |\n|---|---|\n| 青葉 | 9時 |\n")
                        .plain())
                .isEqualTo("■ 断水\n\n一行目二行目は県（https://pref.example/）へ\n\n・甲\n・乙\n　・丙\n\n区 ／ 時刻\n青葉 ／ 9時\n");
    }

    @Test
    void lineEndsBetweenJapaneseLettersAreNoSpaces() {
        assertThat(Markdown.render("宮城県は\n広報を\nNoroshi で").html()).isEqualTo("<p>宮城県は広報を\nNoroshi で</p>\n");
    }

    @Test
    void nestingMadeToBreakTheReaderIsShownWithoutMarkup() {
        assertThat(Markdown.render(">".repeat(50_000) + "深い").notices()).hasSize(1);
        assertThat(Markdown.render("**深い ".repeat(20_000) + "深い**".repeat(20_000))
                        .html())
                .contains("深い");
        assertThat(Markdown.render("- ".repeat(20_000) + "深い").html()).contains("深い");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[", "![", "`", "*_", "](", "<a", "|-", "[a](", "&", "[a]: b\n", "<!--", "***", "a|b\n-|-\n"})
    void aLongTextMadeToBeSlowIsReadInTime(String piece) {
        var text = piece.repeat(Content.BODY_CHARACTERS_MAX / piece.length());

        org.junit.jupiter.api.Assertions.assertTimeout(Duration.ofSeconds(10), () -> Markdown.render(text));
    }
}
