package noroshi.moving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import noroshi.moving.MovingForTests.Publishing;
import org.junit.jupiter.api.Test;

class MovingSourcesTest extends MovingCase {

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
