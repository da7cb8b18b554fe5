package noroshi.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the corpus of W3C does not ask: order, old pages, files, places and repairs. The rest is in {@link ActCorpusTest}. */
class PageChecksTest {

    private static final String PAGE =
            "<!doctype html><html lang=\"ja\"><head><title>題</title></head><body>%s</body></html>";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HEADING_ORDER | <h1>一</h1><h3>三</h3>",
                "ALT_FILE_NAME | <img src=a.jpg alt=IMG_0012.jpg>",
                "TABLE_WITHOUT_HEADERS | <table><tr><td>場所<td>時間<tr><td>役場<td>9時</table>",
                "LINK_TEXT | <p>詳しくは<a href=/a>こちら</a></p>",
                "LINK_FILE | <a href=/a.pdf>給水所の一覧</a>",
                "LANGUAGE_MATCH | <p lang=en>これはにほんごでかかれたながいぶんしょうです。</p>",
                "CONTRAST | <font color=#ffff00>注意してください</font>",
                "CONTRAST | <table><tr><th bgcolor=black>見出し</th></tr><tr><td>値</td></tr></table>",
                "FRAME_NAME | <iframe src=/map></iframe>",
            })
    void isFound(String rule, String html) {
        assertThat(Checks.page(PAGE.formatted(html)))
                .filteredOn(finding -> finding.severity() != Severity.HINT)
                .extracting(Finding::rule)
                .containsExactly(Rule.valueOf(rule));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | <h1>一</h1><h2>二</h2><h3>三</h3><h2>二</h2>",
                "2 | <a href=/a.pdf>給水所の一覧（PDF：120KB）</a>",
                "3 | <table><tr><th>場所<th>時間<tr><td>役場<td>9時</table>",
                "4 | <table role=presentation><tr><td>場所<td>時間<tr><td>役場<td>9時</table>",
                "5 | <p lang=en>Water stations are open from nine to five.</p>",
            })
    void isFine(int number, String html) {
        assertThat(Checks.page(PAGE.formatted(html))).as("%d", number).isEmpty();
    }

    @Test
    void aFindingStandsAtItsTag() {
        var html = PAGE.formatted("\n<p><img src=a.jpg></p>");
        var place = Checks.page(html).getFirst().place();

        assertThat(html.substring(place.from(), place.to())).isEqualTo("<img src=a.jpg>");
        assertThat(place.line()).isEqualTo(2);
        assertThat(place.column()).isEqualTo(4);
    }

    @Test
    void theLanguageOfAPageIsRepairedByOneTap() {
        var html = "<!doctype html><html><head><title>題</title></head><body>本文</body></html>";
        var finding = Checks.page(html).getFirst();

        assertThat(finding.rule()).isEqualTo(Rule.PAGE_LANGUAGE);
        assertThat(Checks.page(Objects.requireNonNull(finding.repair()).applyTo(html)))
                .isEmpty();
    }

    @Test
    void pagesMadeToBreakTheReadingAreReadAllTheSame() {
        assertThat(Checks.page("<div>".repeat(20_000) + "深い")).isNotNull();
        assertThat(Checks.page("<table><tr><td colspan=99999999 rowspan=99999999>" + "<td>".repeat(500)))
                .isNotNull();
        assertThat(Checks.page("<style>" + "a{".repeat(5_000) + "</style><style>}}{{@media</style>"))
                .isNotNull();
        assertThat(Checks.page("<p id=a aria-labelledby='a b'><button id=b aria-labelledby='b a'>x</button>"))
                .isNotNull();
        assertThat(Checks.page("")).isNotEmpty();
    }

    @Test
    void everyRuleStandsInTheDocumentation() throws java.io.IOException {
        var docs = Files.readString(document());
        for (var rule : Rule.values()) assertThat(docs).contains("| `" + rule.id() + "` |");
    }

    private static Path document() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent())
            if (Files.exists(at.resolve("docs/checks.md"))) return at.resolve("docs/checks.md");
        throw new IllegalStateException("No docs/checks.md above the working directory");
    }
}
