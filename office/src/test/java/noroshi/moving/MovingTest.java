package noroshi.moving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import noroshi.moving.MovingForTests.Publishing;
import noroshi.publishing.Content;
import noroshi.publishing.PublishingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovingTest extends PublishingTest {

    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final byte[] PNG = java.util.Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private static final byte[] PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
            .getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path data;

    private MovingForTests moving;

    @BeforeEach
    void open() {
        moving = new MovingForTests(
                tenancy,
                sql,
                clock,
                audit,
                outbox,
                new Publishing(takeInArticles, takeBackArticles, takeInMedia, series, directory),
                new MovingSettings(List.of(), List.of(), 0),
                data);
    }

    private static byte[] zip(Map<String, byte[]> files) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static byte[] page(String title, String body) {
        return ("<html><head><title>" + title + "</title></head><body>" + body + "</body></html>").getBytes(CP932);
    }

    private static byte[] town() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put(
                "index.htm",
                "<frameset cols='20%,*'><frame src=menu.html name=menu><frame src=kurashi/mizu.html name=main></frameset>"
                        .getBytes(CP932));
        files.put("menu.html", page("メニュー", "<a href=kurashi/mizu.html>水道</a>"));
        files.put(
                "kurashi/mizu.html",
                page(
                        "水道",
                        "<h1>水道のお知らせ</h1><p>給水を始めます。<a href='../kurashi/gomi.HTML'>ごみ</a><a href=../file/a.pdf>計画</a></p><img src=../img/x.png alt=給水車><p>更新日：平成23年3月12日</p>"));
        files.put(
                "kurashi/gomi.html",
                page(
                        "ごみ",
                        "<h1>ごみの収集</h1><p>月曜に集めます。<a href=none.html>なし</a></p><img src=../img/x.png><p>更新日 2010年4月1日</p>"));
        files.put(
                "kurashi/gomi2.html",
                page(
                        "ごみ",
                        "<h1>ごみの収集</h1><p>月曜に集めます。<a href=none.html>なし</a></p><img src=../img/x.png><p>更新日 2010年4月1日</p>"));
        files.put("img/x.png", PNG);
        files.put("file/a.pdf", PDF);
        files.put("style.css", "p{}".getBytes(StandardCharsets.US_ASCII));
        files.put("old.doc", new byte[] {1, 2, 3});
        return zip(files);
    }

    private MovingJob read() {
        return moving.read(MIYAGI, "town.zip", town(), admin, clock.instant());
    }

    private MovingJob released(MovingJob job, int batch) {
        var outcome = moving.release.handle(
                new ReleaseMoving.Command(MIYAGI, job.id(), true, "試験", batch, admin, clock.instant()));
        assertThat(outcome).isEqualTo(new MovingOutcome.Done(job.id()));
        return moving.finished(MIYAGI, job.id());
    }

    private MovingJob undone(MovingJob job) {
        assertThat(moving.undo.handle(new UndoMoving.Command(MIYAGI, job.id(), admin, clock.instant())))
                .isEqualTo(new MovingOutcome.Done(job.id()));
        return moving.finished(MIYAGI, job.id());
    }

    /** Every row of every table but the record of acts, the outbox and the job's own, as text. */
    private Map<String, List<String>> tables() {
        var all = new TreeMap<String, List<String>>();
        tenancy.runEverywhere(() -> {
            var names = sql.sql("select tablename from pg_tables where schemaname = 'public' order by 1")
                    .query(String.class)
                    .list();
            for (var name : names)
                if (!name.matches("audit|outbox|moving_.*|flyway.*"))
                    all.put(
                            name,
                            sql.sql("select t::text from " + name + " t order by 1")
                                    .query(String.class)
                                    .list());
        });
        return all;
    }

    @Test
    void everyPageIsAccountedForAndNothingIsPublicBeforeTheRelease() {
        var before = tables();
        var job = read();

        assertThat(job.state()).isEqualTo(MovingState.READY);
        assertThat(tables()).isEqualTo(before);
        var counts = moving.counts(job);
        assertThat(counts.pages()).isEqualTo(5);
        assertThat(counts.waiting()).isZero();
        assertThat(counts.ready() + counts.findings() + counts.skipped() + counts.failed())
                .isEqualTo(5);
        assertThat(moving.page(job, "/index.htm").reason()).contains("フレームの外枠");
        assertThat(moving.page(job, "/menu.html").reason()).contains("フレームのメニュー");
        assertThat(moving.page(job, "/kurashi/gomi2.html").reason()).contains("同じ内容", "/kurashi/gomi.html");
        assertThat(moving.page(job, "/old.doc").state()).isEqualTo("failed");
        var water = moving.page(job, "/kurashi/mizu.html");
        assertThat(water.title()).isEqualTo("水道のお知らせ");
        assertThat(water.publicAt()).isEqualTo(Instant.parse("2011-03-11T15:00:00Z"));
        assertThat(water.body()).contains("給水を始めます。[ごみ](article:", "[計画](/media/", "![給水車](/media/");
        var waste = moving.page(job, "/kurashi/gomi.html");
        assertThat(waste.errors()).isPositive();
        assertThat(waste.findings()).anyMatch(finding -> finding.words().contains("none.html"));
    }

    @Test
    void aReleaseKeepsTheOldDatesAndLeadsOldAddressesOn() {
        var job = released(read(), 0);

        assertThat(job.state()).isEqualTo(MovingState.RELEASED);
        var page = moving.page(job, "/kurashi/mizu.html");
        long article = java.util.Objects.requireNonNull(page.article());
        tenancy.run(MIYAGI, () -> {
            var found = publicArticles.find(MIYAGI, article).orElseThrow();
            assertThat(found.article().firstPublicAt()).isEqualTo(Instant.parse("2011-03-11T15:00:00Z"));
            assertThat(found.media()).hasSize(2);
            assertThat(publicArticles.movedPages(MIYAGI))
                    .containsEntry("/kurashi/mizu.html", "/news/" + article)
                    .containsEntry("/index.htm", "/news/" + article)
                    .containsEntry("/index.html", "/news/" + article)
                    .containsEntry("/menu.html", "/news/" + article)
                    .containsKeys("/kurashi/gomi2.html", "/file/a.pdf", "/img/x.png")
                    .doesNotContainKey("/");
            assertThat(lists.place(MIYAGI, "series:news", article)).isEqualTo(2);
        });
        assertThat(announcedTopics()).doesNotContain("article.public");
    }

    @Test
    void undoingLeavesEveryTableAsItWas() {
        published("news", content("きょうのお知らせ"));
        published("news", content("あすのお知らせ"));
        var before = tables();

        var job = released(read(), 0);
        assertThat(tables()).isNotEqualTo(before);
        assertThat(tenancy.<Long>in(MIYAGI, () -> lists.place(MIYAGI, "site", 1)))
                .as("newer than the old pages")
                .isEqualTo(3);
        var undone = undone(job);

        assertThat(undone.state()).isEqualTo(MovingState.READY);
        assertThat(tables()).isEqualTo(before);
        // And once more, the same way.
        undone(released(undone, 0));
        assertThat(tables()).isEqualTo(before);
    }

    @Test
    void batchesComeOldestFirstAndAreUndoneTogether() {
        published("news", content("きょうのお知らせ"));
        var before = tables();
        var job = released(read(), 1);
        assertThat(job.state()).isEqualTo(MovingState.READY);
        assertThat(moving.page(job, "/kurashi/gomi.html").state()).isEqualTo("released");
        clock.advance(Duration.ofMinutes(1));

        job = released(job, 0);

        assertThat(job.state()).isEqualTo(MovingState.RELEASED);
        undone(job);
        assertThat(tables()).isEqualTo(before);
    }

    @Test
    void whatPeopleWorkedOnSinceStaysAndWhatCameSinceKeepsItsOrder() {
        var job = released(read(), 0);
        long article = java.util.Objects.requireNonNull(
                moving.page(job, "/kurashi/mizu.html").article());
        var moved = tenancy.in(MIYAGI, () -> articles.find(MIYAGI, article).orElseThrow());
        done(revise(moved, Content.of("直した題名", "", "直した本文"), noroshi.publishing.Change.update()));
        var since = published("news", content("後から"));

        var undone = undone(job);

        assertThat(undone.problem()).contains("1件");
        assertThat(moving.page(undone, "/kurashi/gomi.html").state()).isEqualTo("findings");
        tenancy.run(MIYAGI, () -> {
            assertThat(articles.find(MIYAGI, article)).isPresent();
            assertThat(publicArticles.movedPages(MIYAGI)).containsEntry("/kurashi/mizu.html", "/news/" + article);
            assertThat(lists.place(MIYAGI, "site", article)).isEqualTo(1);
            assertThat(lists.place(MIYAGI, "site", since.id())).isEqualTo(2);
        });
    }

    @Test
    void rulesSayWherePagesGoAndAreTriedFirst() {
        var job = read();
        var rules = List.of(
                new MovingRule(MovingRule.Field.PATH, "/kurashi/g", "memo", null, false),
                new MovingRule(MovingRule.Field.TEXT, "給水", null, "kouhou", false));
        var trial = tenancy.in(MIYAGI, () -> moving.desk.trial(job, rules));
        assertThat(trial.caught()).containsExactly(1, 1);

        moving.rules.handle(
                new ChangeMovingRules.Command(MIYAGI, job.id(), "press", null, rules, admin, clock.instant()));
        var sorted = moving.finished(MIYAGI, job.id());

        assertThat(moving.page(sorted, "/kurashi/gomi.html").series()).isEqualTo("memo");
        assertThat(moving.page(sorted, "/kurashi/mizu.html").series()).isEqualTo("press");
        assertThat(moving.page(sorted, "/kurashi/mizu.html").department()).isEqualTo("kouhou");
    }

    @Test
    void pagesWithErrorsComeAsDraftsUnlessAReasonIsTold() {
        var job = read();
        assertThat(moving.release.handle(
                        new ReleaseMoving.Command(MIYAGI, job.id(), true, " ", 0, admin, clock.instant())))
                .isInstanceOf(MovingOutcome.Refused.class);
        moving.release.handle(new ReleaseMoving.Command(MIYAGI, job.id(), false, "", 0, admin, clock.instant()));
        moving.finished(MIYAGI, job.id());

        long waste = java.util.Objects.requireNonNull(
                moving.page(job, "/kurashi/gomi.html").article());
        assertThat(tenancy.in(
                        MIYAGI,
                        () -> articles.find(MIYAGI, waste).orElseThrow().state().code()))
                .isEqualTo("draft");
    }

    @Test
    void onlyAnAdministratorMovesSitesAndOnlyAtHome() {
        assertThat(moving.start.handle(new StartMoving.Command(
                        MIYAGI,
                        "x",
                        "upload",
                        List.of(new StartMoving.File("a.zip", town())),
                        "",
                        "",
                        "news",
                        null,
                        10,
                        3,
                        author,
                        clock.instant())))
                .isInstanceOf(MovingOutcome.NotAllowed.class);
        var job = read();
        assertThat(moving.release.handle(
                        new ReleaseMoving.Command(MIYAGI, job.id(), false, "", 0, publisher, clock.instant())))
                .isInstanceOf(MovingOutcome.NotAllowed.class);
        assertThat(moving.undo.handle(new UndoMoving.Command(MIYAGI, job.id(), sendai, clock.instant())))
                .isInstanceOf(MovingOutcome.NotAllowed.class);
        assertThat(moving.start.handle(new StartMoving.Command(
                        MIYAGI, "x", "folder", List.of(), "/etc", "", "news", null, 10, 3, admin, clock.instant())))
                .isInstanceOf(MovingOutcome.Refused.class);
        assertThat(moving.start.handle(new StartMoving.Command(
                        MIYAGI,
                        "x",
                        "crawl",
                        List.of(),
                        "http://169.254.169.254/latest/",
                        "",
                        "news",
                        null,
                        10,
                        3,
                        admin,
                        clock.instant())))
                .isInstanceOf(MovingOutcome.Refused.class);
    }

    @Test
    void whatCannotBeReadSaysSoAndLeavesNothing() {
        var broken = new byte[] {'P', 'K', 3, 4, 9, 9, 9, 9, 9};
        var job = moving.read(MIYAGI, "broken.zip", broken, admin, clock.instant());
        assertThat(job.state()).isEqualTo(MovingState.FAILED);
        assertThat(job.problem()).contains("ZIP");
        var entity =
                "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><rss><channel><item><title>&a;</title></item></channel></rss>";
        assertThat(moving.read(MIYAGI, "x.xml", entity.getBytes(StandardCharsets.UTF_8), admin, clock.instant())
                        .state())
                .isEqualTo(MovingState.FAILED);
        moving.discard.handle(new DiscardMoving.Command(MIYAGI, job.id(), admin, clock.instant()));
        assertThat(moving.job(MIYAGI, job.id()).state()).isEqualTo(MovingState.DISCARDED);
    }

    @Test
    void wordPressFeedsAndTablesComeInToo() {
        var wxr = """
                <?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
                <channel><title>町のブログ</title><link>http://blog.town.example.jp</link>
                <item><title>まつり &amp; 花火</title><link>http://blog.town.example.jp/?p=12</link><content:encoded><![CDATA[一行目

                二行目 <a href="http://blog.town.example.jp/?p=13">次</a>]]></content:encoded><wp:post_date>2012-08-01 10:00:00</wp:post_date>
                <wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>
                <item><title>次の記事</title><link>http://blog.town.example.jp/?p=13</link><content:encoded><![CDATA[<p>本文</p>]]></content:encoded>
                <wp:post_date>2012-08-02 10:00:00</wp:post_date><wp:status>draft</wp:status><wp:post_type>post</wp:post_type></item>
                </channel></rss>""";
        var job = moving.job(MIYAGI, readAs("blog.xml", wxr));
        var fair = moving.page(job, "/?p=12");
        assertThat(fair.title()).isEqualTo("まつり & 花火");
        assertThat(fair.publicAt()).isEqualTo(Instant.parse("2012-08-01T01:00:00Z"));
        assertThat(fair.body()).startsWith("一行目\n\n二行目 [次](article:");

        var atom = """
                <feed xmlns="http://www.w3.org/2005/Atom"><link href="http://t.example.jp/"/><entry><title>号外</title><link href="http://t.example.jp/a.html"/>
                <published>2011-03-11T15:00:00+09:00</published><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>本文<b>です</b></p></div></content></entry></feed>""";
        var feed = moving.job(MIYAGI, readAs("feed.xml", atom));
        assertThat(moving.page(feed, "/a.html").body()).isEqualTo("本文**です**");

        var csv = moving.job(
                MIYAGI, readAs("記事.csv", "題名,本文,公開日,媒体,課室\r\n\"給水,所\",\"一\n\n二\",平成23年3月13日,みやぎ復興プレス,広報課\r\n"));
        var row = moving.page(csv, "/row/2");
        assertThat(row.title()).isEqualTo("給水,所");
        assertThat(row.series()).isEqualTo("press");
        assertThat(row.department()).isEqualTo("kouhou");
        assertThat(row.publicAt()).isEqualTo(Instant.parse("2011-03-12T15:00:00Z"));
    }

    private long readAs(String name, String text) {
        return moving.read(MIYAGI, name, text.getBytes(StandardCharsets.UTF_8), admin, clock.instant())
                .id();
    }

    @Test
    void oneHostIsCrawledAsItsRobotsWishAndNothingElse() throws IOException {
        var asked = new java.util.concurrent.ConcurrentSkipListSet<String>();
        var server = oldServer(asked);
        try {
            var host = "127.0.0.1:" + server.getAddress().getPort();
            var crawl = new MovingForTests(
                    tenancy,
                    sql,
                    clock,
                    audit,
                    outbox,
                    new Publishing(takeInArticles, takeBackArticles, takeInMedia, series, directory),
                    new MovingSettings(List.of(), List.of(host), 0),
                    data);
            var outcome = crawl.start.handle(crawlOf(host));
            assertThat(outcome).isInstanceOf(MovingOutcome.Done.class);
            var job = crawl.finished(MIYAGI, ((MovingOutcome.Done) outcome).job());

            assertThat(job.state()).isEqualTo(MovingState.READY);
            assertThat(asked)
                    .containsExactly("/", "/a.html", "/b.html", "/deep/1.html", "/moved.html", "/robots.txt", "/x.png");
            assertThat(crawl.page(job, "/secret/x.html").reason()).contains("robots.txt");
            assertThat(crawl.page(job, "/moved.html").state()).isEqualTo("skipped");
            assertThat(crawl.page(job, "/a.html").body()).contains("![絵](/media/");
            assertThat(crawl.page(job, "/").body()).contains("[移転](article:");
            // The same host without the configuration's word.
            assertThat(moving.start.handle(crawlOf(host))).isInstanceOf(MovingOutcome.Refused.class);
        } finally {
            server.stop(0);
        }
    }

    private StartMoving.Command crawlOf(String host) {
        return new StartMoving.Command(
                MIYAGI,
                "巡回",
                "crawl",
                List.of(),
                "http://" + host + "/",
                "",
                "news",
                null,
                100,
                2,
                admin,
                clock.instant());
    }

    private static com.sun.net.httpserver.HttpServer oldServer(java.util.Set<String> asked) throws IOException {
        var pages = Map.of(
                "/",
                        "<h1>入口</h1><p>ようこそ<a href=/a.html>次</a><a href=/secret/x.html>秘</a><a href=/moved.html>移転</a><a href=http://127.0.0.1:1/out.html>外</a>",
                "/a.html", "<h1>あ</h1><p>本文です<a href=/deep/1.html>奥</a><img src=/x.png alt=絵>",
                "/deep/1.html", "<h1>奥</h1><p>奥の本文<a href=/deep/2.html>さらに奥</a>",
                "/deep/2.html", "<h1>さらに奥</h1><p>深い",
                "/b.html", "<h1>び</h1><p>移った先の本文です。長さのある文です。",
                "/robots.txt", "User-agent: *\nDisallow: /secret/");
        var server = com.sun.net.httpserver.HttpServer.create(
                new java.net.InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var path = exchange.getRequestURI().getPath();
            asked.add(path);
            var page =
                    path.equals("/x.png") ? PNG : pages.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders()
                    .set(
                            "Content-Type",
                            path.endsWith(".png")
                                    ? "image/png"
                                    : path.endsWith(".txt") ? "text/plain" : "text/html; charset=utf-8");
            if (path.equals("/moved.html")) exchange.getResponseHeaders().set("Location", "/b.html");
            exchange.sendResponseHeaders(
                    path.equals("/moved.html") ? 301 : page.length == 0 ? 404 : 200,
                    page.length == 0 ? -1 : page.length);
            if (page.length > 0) exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
        return server;
    }
}
