package noroshi.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import noroshi.snapshot.Key;
import noroshi.snapshot.Value;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** The budgets of the poor line, with emergencies in the banner and every article of the demonstration. */
class SizesTest {

    private static final DemoSite SITE =
            new DemoSite(new DemoFacts(), "040002", GalleryTest.alerts(DemoFacts.NOW), DemoFacts.NOW);

    @Test
    void everyLiteAndTextPageKeepsItsBudget() {
        var over = new ArrayList<String>();
        int largestLite = 0;
        int largestText = 0;
        for (var key : SITE.records.keySet()) {
            var variant = variant(key);
            if (variant == Variant.FULL || !isPage(key)) continue;
            int bytes = Variant.HEADER_BYTES + SITE.wireBytes(key, DemoFacts.NOW);
            if (bytes > variant.wireBytesMax()) over.add("%s takes %d bytes".formatted(key.path(), bytes));
            if (variant == Variant.LITE) largestLite = Math.max(largestLite, bytes);
            else largestText = Math.max(largestText, bytes);
        }
        System.out.printf(
                "largest lite page %d bytes, largest text page %d bytes on the wire%n", largestLite, largestText);
        assertThat(over).isEmpty();
        assertThat(largestLite).isGreaterThan(4_000);
    }

    @Test
    void liteAndTextPagesNeedNoFurtherRequest() {
        for (var key : SITE.records.keySet()) {
            if (variant(key) == Variant.FULL || !isPage(key)) continue;
            var page = Jsoup.parse(new String(SITE.bytes(key, DemoFacts.NOW), StandardCharsets.UTF_8));
            assertThat(page.select("img, script, iframe, video, link[rel=stylesheet], link[rel=icon], [src]"))
                    .as(key.path())
                    .isEmpty();
        }
    }

    @Test
    void aVeryLongArticleIsCutIntoPartsThatTogetherSayEverything() {
        var random = new java.util.Random(7);
        var body = new StringBuilder("## はじめに\n\n");
        for (int i = 0; i < 400; i++)
            body.append("第%d区の給水は%s、%d番の車で行います。".formatted(i, words(random, 20), random.nextInt(1000)))
                    .append(i % 9 == 0 ? "\n\n" : "");
        body.append("\n\n### 人数\n\n| 区 | 人数 |\n|---|---|\n");
        for (int i = 0; i < 300; i++)
            body.append("| %d区 %s | %d人 |\n".formatted(i, words(random, 6), i * 104729 % 9973));
        body.append("\n\n#### 切れ目のない文\n\n" + words(random, 6000) + "\n");
        var article = with(SITE.articles.getFirst(), body.toString());
        var pages = new ArticlePages(SITE.site, Press.PLAIN, DemoFacts.NOW);

        for (var variant : List.of(Variant.LITE, Variant.TEXT)) {
            var records = pages.build(article, variant);
            var words = new StringBuilder();
            records.forEach((key, timeline) -> {
                var page = (Value.Page) timeline.at(DemoFacts.NOW);
                assertThat(Sheet.ownBytes(page.parts())).as(key.path()).isLessThanOrEqualTo(variant.ownBytesMax());
                words.append(text(page));
            });
            assertThat(records).hasSizeGreaterThan(1);
            for (int i = 0; i < 400; i++) assertThat(words).contains("第%d区の給水は".formatted(i));
            for (int i = 0; i < 300; i++) assertThat(words).contains(">%d人<".formatted(i * 104729 % 9973));
        }
    }

    private static String words(java.util.Random random, int characters) {
        var words = new StringBuilder();
        for (int i = 0; i < characters; i++) words.append((char) ('一' + random.nextInt(3000)));
        return words.toString();
    }

    private static String text(Value.Page page) {
        var text = new StringBuilder();
        for (var part : page.parts())
            if (part instanceof noroshi.snapshot.Part.Piece(var fragment))
                text.append(new String(fragment.plain(), StandardCharsets.UTF_8));
        return text.toString();
    }

    static ArticleFacts with(ArticleFacts a, String body) {
        return new ArticleFacts(
                a.id(),
                a.series(),
                a.title(),
                a.summary(),
                body,
                a.areas(),
                a.topics(),
                a.department(),
                a.event(),
                a.image(),
                a.files(),
                a.pictures(),
                a.links(),
                a.contacts(),
                a.corrections(),
                a.mark(),
                a.publishedAt(),
                a.changedAt(),
                a.window(),
                a.older(),
                a.newer());
    }

    private static boolean isPage(Key key) {
        var timeline = SITE.records.get(key);
        return timeline != null
                && timeline.at(DemoFacts.NOW) instanceof Value.Page page
                && page.head().type().startsWith("text/html");
    }

    private static Variant variant(Key key) {
        if (key.path().matches("/l/.*|!\\d+/l")) return Variant.LITE;
        return key.path().matches("/t/.*|!\\d+/t") ? Variant.TEXT : Variant.FULL;
    }
}
