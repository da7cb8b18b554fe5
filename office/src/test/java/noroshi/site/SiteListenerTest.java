package noroshi.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import noroshi.platform.Announcement;
import noroshi.platform.Lane;
import noroshi.platform.Listener;
import noroshi.publishing.PublishingLane;
import noroshi.publishing.WithdrawArticle;
import org.junit.jupiter.api.Test;

class SiteListenerTest extends SiteTest {

    @Test
    void aPublishedArticleStandsOnEveryPageAtOnce() {
        buildEverything();
        publish(approved("news", content("水道の復旧").withAreas(List.of("042021"))), PublishingLane.ORDINARY, publisher);

        deliverAnnouncements();

        for (var path : List.of(
                "/news/1",
                "/l/news/1",
                "/t/news/1",
                "/",
                "/l/",
                "/t/",
                "/news/",
                "/news/p/1",
                "/p/",
                "/p/1",
                "/areas/042021/",
                "/feed.xml",
                "/news/feed.xml",
                "/areas/042021/feed.xml"))
            assertThat(get(path)).as(path).startsWith("200").contains("水道の復旧");
        assertThat(get("/sitemaps/1.xml")).contains("https://www.example.jp/040002/news/1");
    }

    @Test
    void aWithdrawnArticleIsGoneEverywhere() {
        buildEverything();
        var first = publish(approved("news", content("一つ目")), PublishingLane.ORDINARY, publisher);
        var article = done(publish(approved("news", content("二つ目")), PublishingLane.ORDINARY, publisher))
                .article();
        deliverAnnouncements();
        assertThat(get("/news/1")).contains("二つ目");

        done(withdrawArticle.handle(new WithdrawArticle.Command(
                MIYAGI, article.id(), article.newestEdition(), "誤り", publisher, clock.instant())));
        deliverAnnouncements();

        assertThat(get("/news/2")).startsWith("410").contains("公開を終了しました");
        assertThat(get("/l/news/2")).startsWith("410");
        for (var path : List.of("/", "/news/", "/news/p/1", "/p/1", "/feed.xml", "/news/1", "/sitemaps/1.xml"))
            assertThat(get(path)).as(path).doesNotContain("二つ目").doesNotContain("/news/2\"");
    }

    @Test
    void aSiteBuiltAnewIsAnnouncedToThoseWhoKeepRecordsInIt() {
        var heard = new ArrayList<String>();
        listeners.add(new Listener() {
            @Override
            public String name() {
                return "records";
            }

            @Override
            public Set<String> topics() {
                return Set.of("site.built");
            }

            @Override
            public Lane lane() {
                return Lane.ORDINARY;
            }

            @Override
            public int batchMax() {
                return 100;
            }

            @Override
            public void handle(List<Announcement> batch) {
                batch.forEach(announcement -> heard.add(announcement.government()));
            }
        });
        buildEverything();

        deliverAnnouncements();

        assertThat(heard).contains(MIYAGI).doesNotHaveDuplicates();
    }

    @Test
    void theSameFactsPublishNothing() {
        buildEverything();
        publish(approved("news", content("一つ目")), PublishingLane.ORDINARY, publisher);
        deliverAnnouncements();
        var version = snapshot().root().version();
        clock.advance(Duration.ofSeconds(5));

        tenancy.run(
                MIYAGI,
                () -> outbox.announce(
                        MIYAGI,
                        new noroshi.platform.Event(
                                "article.changed",
                                "1",
                                java.util.Map.of(
                                        "article",
                                        "1",
                                        "path",
                                        "/news/1",
                                        "lists",
                                        "site,series:news",
                                        "reason",
                                        "published"))));
        deliverAnnouncements();

        assertThat(snapshot().root().version()).isEqualTo(version);
    }
}
