package noroshi.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import noroshi.platform.Event;
import noroshi.publishing.Content;
import noroshi.publishing.Happening;
import noroshi.publishing.MoveArticle;
import noroshi.publishing.PublishingLane;
import noroshi.publishing.WithdrawArticle;
import noroshi.snapshot.Answer;
import noroshi.snapshot.Key;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands beside articles: files, calendars, old addresses, banners. */
class SiteFilesTest extends SiteTest {

    private static final String HASH = "ab".repeat(32);

    @BeforeEach
    void build() {
        buildEverything();
    }

    @Test
    void aFileIsPublicExactlyAsLongAsAnArticleShowsIt() {
        media();
        var article = done(publish(
                        approved("news", content("図のある記事").withImage(HASH)), PublishingLane.ORDINARY, publisher))
                .article();
        deliverAnnouncements();
        assertThat(get("/media/" + HASH + ".png")).startsWith("200").endsWith("PNG!");

        done(withdrawArticle.handle(new WithdrawArticle.Command(
                MIYAGI, article.id(), article.newestEdition(), "誤り", publisher, clock.instant())));
        deliverAnnouncements();

        assertThat(get("/media/" + HASH + ".png")).isEqualTo("404");
    }

    @Test
    void aDatedArticleStandsInTheCalendarUntilItLeaves() {
        var start = Instant.parse("2026-04-01T01:00:00Z");
        var event = content("花見").withHappening(new Happening(start, start.plus(Duration.ofHours(2)), "県庁"));
        var article = done(publish(approved("news", event), PublishingLane.ORDINARY, publisher))
                .article();
        deliverAnnouncements();

        assertThat(get("/calendar.ics")).contains("SUMMARY:花見", "DTSTART;TZID=Asia/Tokyo:20260401T100000");
        assertThat(get(article.path() + ".ics")).contains("DTEND;TZID=Asia/Tokyo:20260401T120000");
        assertThat(get("/")).contains("2026年4月1日（水）10時～12時");
    }

    @Test
    void anOldAddressLeadsToTheNewOneInEveryVariant() {
        var article = done(publish(approved("news", content("移る記事")), PublishingLane.ORDINARY, publisher))
                .article();
        deliverAnnouncements();

        done(moveArticle.handle(new MoveArticle.Command(
                MIYAGI, article.id(), article.newestEdition(), "memo", publisher, clock.instant())));
        deliverAnnouncements();

        assertThat(get("/news/1")).isEqualTo("301 /040002/memo/1");
        assertThat(get("/l/news/1")).isEqualTo("301 /040002/l/memo/1");
        assertThat(get("/memo/1")).startsWith("200");
        assertThat(get("/news/")).doesNotContain("移る記事");
        assertThat(get("/memo/")).contains("移る記事");
    }

    @Test
    void aPromisedArticleAppearsWithTheOfficeGone() {
        var opens = clock.instant().plus(Duration.ofHours(1));
        var article = approved("news", content("予約した記事"));
        done(publishArticle.handle(command(article, PublishingLane.ORDINARY, publisher, opens, null)));
        deliverAnnouncements();

        assertThat(get("/news/1")).isEqualTo("404");
        assertThat(get("/news/")).doesNotContain("予約した記事");
        clock.set(opens);

        for (var path : List.of("/news/1", "/l/news/1", "/t/news/1", "/news/", "/", "/feed.xml"))
            assertThat(get(path)).as(path).startsWith("200").contains("予約した記事");
    }

    @Test
    void anEmergencyStandsOnEveryPageAndEndsByItself() {
        var until = clock.instant().plus(Duration.ofHours(2));
        var banner = new Banner(
                5,
                "大津波警報",
                "宮城県に大津波警報",
                "逃げてください",
                MIYAGI,
                "/emergency/1",
                "",
                clock.instant(),
                clock.instant(),
                until);
        beans.registerSingleton("emergency", (BannerSource) government -> List.of(banner));
        var untouched = snapshot().find(Key.of(MIYAGI, "/about"));

        tenancy.run(MIYAGI, () -> outbox.announce(MIYAGI, new Event("emergency.changed", "1", Map.of())));
        deliverAnnouncements();

        for (var path : List.of("/", "/about", "/l/about", "/t/about", "/news/"))
            assertThat(get(path)).as(path).contains("大津波警報");
        assertThat(snapshot().find(Key.of(MIYAGI, "/about"))).isEqualTo(untouched);
        clock.set(until);
        assertThat(get("/about")).doesNotContain("大津波警報");
        assertThat(get("/")).doesNotContain("大津波警報");
    }

    @Test
    void aPageTellsWhatMayRunOnIt() {
        var page = (Answer.Found) snapshot().resolve(Key.of(MIYAGI, "/l/about"), clock.instant());

        assertThat(page.head().more()).anySatisfy(header -> {
            assertThat(header.name()).isEqualTo("Content-Security-Policy");
            assertThat(header.value())
                    .contains("default-src 'none'", "style-src 'sha256-")
                    .doesNotContain("unsafe");
        });
    }

    @Test
    void aPreviewIsThePageBeforeItIsOne() {
        var preview = new SitePreview(readers.survey(), readers.articles(), readers, clock);

        var shown = tenancy.in(
                MIYAGI,
                () -> preview.show(
                        MIYAGI, "news", content("まだ見えない記事"), List.of(), SitePreview.View.LITE, 1, "/media/040002/"));

        assertThat(shown.html()).contains("まだ見えない記事", "<style>").contains("</html>");
        assertThat(shown.wireBytes()).isBetween(1_000, 14 * 1024);
    }

    private void media() {
        tenancy.runEverywhere(() -> sql.sql("""
                        insert into media (government, hash, kind, name, type, extension, bytes, width, height, alt, content, uploaded_by,
                                           uploaded_at)
                        values (:government, :hash, 'image', '図.png', 'image/png', 'png', 4, 2, 2, '図', 'PNG!'::bytea, :by, now())
                        """)
                .param("government", MIYAGI)
                .param("hash", HASH)
                .param("by", author.id())
                .update());
    }

    @Override
    protected Content content(String title) {
        return super.content(title).withDepartment("kouhou");
    }
}
