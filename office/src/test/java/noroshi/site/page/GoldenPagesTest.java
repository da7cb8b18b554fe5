package noroshi.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import noroshi.snapshot.Key;
import noroshi.snapshot.Timeline;
import noroshi.snapshot.Value;
import org.junit.jupiter.api.Test;

/**
 * A few whole pages, byte for byte. After a change that is meant, run once with NOROSHI_GOLDENS=write, look at the difference, and
 * raise the builder's number in Files.
 */
class GoldenPagesTest {

    private static final Path FOLDER = Path.of("src/test/resources/noroshi/site/golden");
    private static final Instant NOW = Instant.parse("2026-03-11T05:46:00Z");
    private static final SeriesFacts NEWS = new SeriesFacts("news", "お知らせ", "新しいお知らせです。", "news");
    private static final SiteFacts SITE = new SiteFacts(
            "042021",
            "石巻市",
            "いしのまきし",
            "Ishinomaki",
            false,
            "#0a5fa8",
            "0225-00-0000",
            "",
            "石巻市穀町14番1号",
            List.of(NEWS),
            List.of(new Place("042021", "石巻市", null, "municipality")),
            List.of(new Place("safety", "防災・安全", null, "topic")),
            URI.create("https://www.example.jp"));

    @Test
    void anArticleInThreeVariants() throws IOException {
        var records = new ArticlePages(SITE, Press.PLAIN, NOW).build(article());
        check("article-full.html", records, "/news/12");
        check("article-lite.html", records, "/l/news/12");
        check("article-text.html", records, "/t/news/12");
    }

    @Test
    void aListAndItsFeed() throws IOException {
        var list = new ListFacts(new Listing.Series(NEWS), List.of(entry(2), entry(1)), 2);
        check("list-full.html", new ListPages(SITE, Press.PLAIN, NOW).newest(list), "/news/");
        check("feed.xml", new Feeds(SITE, Press.PLAIN, NOW).build(list), "/news/feed.xml");
        check("calendar.ics", new Calendars(SITE, Press.PLAIN, NOW).ofSite(List.of(entry(1))), "/calendar.ics");
    }

    private static ArticleFacts article() {
        var department = new DepartmentFacts("bosai", "危機対策課", null, "0225-00-0001", "bosai@example.jp", "石巻市穀町14番1号");
        return new ArticleFacts(
                12,
                NEWS,
                "給水所を開設します",
                "断水している地区に給水所を開きます。",
                "## 場所\n\n| 地区 | 場所 |\n|---|---:|\n| 中央 | 市役所前 |\n\n- 容器をお持ちください。\n\n[前の記事](article:11)もご覧ください。",
                SITE.areas(),
                SITE.topics(),
                department,
                new EventFacts(NOW.plus(Duration.ofHours(3)), NOW.plus(Duration.ofHours(8)), "市役所前"),
                null,
                List.of(new MediaFacts("ab".repeat(32), "地図.pdf", "application/pdf", "pdf", 120_400, 0, 0, "", "")),
                List.of(),
                Map.of(11L, "/042021/news/11"),
                Map.of(),
                List.of(new ArticleFacts.Correction(NOW, "開設の時刻を改めました。")),
                "drill",
                NOW.minus(Duration.ofHours(1)),
                NOW,
                Window.ALWAYS,
                List.of(entry(1)),
                List.of());
    }

    private static EntryFacts entry(long id) {
        return new EntryFacts(
                id,
                NEWS,
                id,
                "記事" + id,
                "要約です。",
                "",
                NOW,
                NOW,
                new EventFacts(NOW, NOW.plus(Duration.ofHours(1)), "中央公民館"),
                null,
                Window.ALWAYS);
    }

    private static void check(String name, Map<Key, Timeline<Value>> records, String path) throws IOException {
        var timeline = java.util.Objects.requireNonNull(records.get(Key.of("042021", path)), path);
        var page = FuturesTest.text(timeline.at(NOW));
        var file = FOLDER.resolve(name);
        if ("write".equals(System.getenv("NOROSHI_GOLDENS"))) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, page);
        }
        assertThat(page).isEqualTo(Files.readString(file));
    }
}
