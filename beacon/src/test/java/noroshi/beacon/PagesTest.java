package noroshi.beacon;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import noroshi.snapshot.Changes;
import noroshi.snapshot.Head;
import noroshi.snapshot.Part;
import noroshi.snapshot.Timeline;
import noroshi.snapshot.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesTest {

    @TempDir
    Path folder;

    private Town town;
    private Beacon beacon;

    @BeforeEach
    void light() {
        town = new Town(folder);
        beacon = town.beacon("beacon");
    }

    @AfterEach
    void quench() {
        town.close();
    }

    @Test
    void beforeTheFirstSnapshotItSaysThatItPrepares() {
        var answer = get("/");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text()).contains("準備中");
        assertThat(answer.field("retry-after")).isNotEmpty();
    }

    @Test
    void theSiteIsNamedByTheAddressElseByTheHostElseTheDefault() throws Exception {
        show(Town.pages());
        assertThat(get("/041009/").text()).contains("仙台市");
        assertThat(get("/").text()).contains("宮城県");
        assertThat(RawClient.ask(
                        beacon, "GET / HTTP/1.1\r\nHost: WWW.city.sendai.example:8080\r\nConnection: close\r\n\r\n"))
                .contains("仙台市");
        assertThat(RawClient.ask(
                        beacon, "GET http://www.city.sendai.example/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .contains("仙台市");
        assertThat(get("/999999/").status()).isEqualTo(404);
        var bare = get("/041009");
        assertThat(bare.status()).isEqualTo(301);
        assertThat(bare.field("location")).isEqualTo("/041009/");
    }

    @Test
    void gzipAndIdentitySayTheSameUnderTheirOwnTags() {
        show(Town.pages());
        var gzip = get("/press/12", "Accept-Encoding", "br, gzip;q=0.5");
        var plain = get("/press/12");
        assertThat(gzip.field("content-encoding")).isEqualTo("gzip");
        assertThat(plain.field("content-encoding")).isEmpty();
        assertThat(gzip.text()).isEqualTo(plain.text()).isEqualTo("<h1><p>帯</p>断水のお知らせ</h1>");
        assertThat(gzip.field("etag")).isNotEqualTo(plain.field("etag")).doesNotStartWith("W/");
        assertThat(gzip.field("vary")).isEqualTo("Accept-Encoding");
        assertThat(get("/press/12", "Accept-Encoding", "gzip;q=0").field("content-encoding"))
                .isEmpty();
        assertThat(get("/press/12", "Accept-Encoding", "*").field("content-encoding"))
                .isEqualTo("gzip");
    }

    @Test
    void aKnownTagIsNotModified() {
        show(Town.pages());
        var first = get("/press/12", "Accept-Encoding", "gzip");
        var again = get("/press/12", "Accept-Encoding", "gzip", "If-None-Match", "\"other\", W/" + first.field("etag"));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.field("etag")).isEqualTo(first.field("etag"));
        assertThat(get("/press/12", "If-None-Match", first.field("etag")).status())
                .isEqualTo(200);
        assertThat(get("/press/12", "If-None-Match", "*").status()).isEqualTo(304);
    }

    @Test
    void aChangedSlotReachesEveryPageWithANewTag() {
        show(Town.pages());
        var before = get("/press/12");
        show(Changes.builder().slot("banner", List.of(Town.piece("<p>大津波警報</p>"))));
        var after = get("/press/12");
        assertThat(after.text()).contains("大津波警報");
        assertThat(after.field("etag")).isNotEqualTo(before.field("etag"));
    }

    @Test
    void headHasEverythingButTheBody() throws Exception {
        show(Town.pages());
        String head = RawClient.ask(beacon, "HEAD /press/12 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(head)
                .startsWith("HTTP/1.1 200 OK\r\n")
                .contains("Content-Length: " + get("/press/12").body().length);
        assertThat(head).endsWith("\r\n\r\n");
    }

    @Test
    void aPageMayDependOnItsQueryAndOtherwiseIgnoresIt() {
        show(Town.pages());
        assertThat(get("/list?page=2").text()).isEqualTo("list, page 2");
        assertThat(get("/list?utm=x").text()).isEqualTo("list");
    }

    @Test
    void anAddressMayBeWrittenInSeveralWaysButNotInDangerousOnes() throws Exception {
        show(Town.pages());
        assertThat(get("/%e9%81%bf%E9%9B%A3%E6%89%80").text()).isEqualTo("避難所");
        assertThat(get("/%70ress/12").status()).isEqualTo(200);
        for (String bad : List.of(
                "/a/../press/12",
                "/%2e%2e/x",
                "/.",
                "/a%2Fb",
                "/a%5Cb",
                "/a\\b",
                "/%00",
                "/%C0%AF",
                "/%zz",
                "/%E9%81",
                "/a%0Ab"))
            assertThat(RawClient.ask(beacon, "GET " + bad + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                    .as(bad)
                    .startsWith("HTTP/1.1 400 ");
    }

    @Test
    void movedAndGoneAndMissingAndMisspeltPages() {
        show(Town.pages());
        assertThat(get("/old").status()).isEqualTo(301);
        assertThat(get("/old").field("location")).isEqualTo("/040002/press/12");
        assertThat(get("/gone").status()).isEqualTo(410);
        assertThat(get("/gone").text()).isEqualTo("取り下げました");
        assertThat(get("/nothing").status()).isEqualTo(404);
        assertThat(get("/nothing").text()).isEqualTo("お探しの頁はありません");
        assertThat(get("/l/nothing").text()).as("a light page stays light").isEqualTo("お探しの軽い頁はありません");
        assertThat(get("/t/nothing").text()).isEqualTo("お探しの頁はありません");
        assertThat(get("/041009/nothing").text()).contains("見つかりません");
        assertThat(get("/040002/folder?x=1").field("location")).isEqualTo("/040002/folder/?x=1");
        assertThat(get("/list/").field("location")).isEqualTo("/list");
        assertThat(get("/folder/index.html").field("location")).isEqualTo("/folder/");
        assertThat(get("/nothing/").status()).isEqualTo(404);
    }

    @Test
    void otherMethodsAreRefused() {
        show(Town.pages());
        var put = HttpRequest.newBuilder(URI.create(Town.open(beacon) + "/"))
                .PUT(HttpRequest.BodyPublishers.ofString("x"));
        var refused = Asked.send(town.http, put.build());
        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.field("allow")).isEqualTo("GET, HEAD, POST");
        var brew = HttpRequest.newBuilder(URI.create(Town.open(beacon) + "/"))
                .method("BREW", HttpRequest.BodyPublishers.noBody());
        assertThat(Asked.send(town.http, brew.build()).status()).isEqualTo(501);
        assertThat(Asked.post(town.http, Town.open(beacon), "/list", "a=b").status())
                .isEqualTo(405);
    }

    @Test
    void pagesAreSafeEvenIfTheirRecordSaysNothing() {
        var own = new Head(
                "text/html",
                "ja",
                List.of(
                        new Head.Header("Content-Security-Policy", "default-src 'self'"),
                        new Head.Header("Set-Cookie", "a=b")));
        show(Town.pages()
                .put(Town.key("/own"), new Value.Page(own, List.of(Town.piece("x"))))
                .put(Town.key("/a.svg"), new Value.Page(Head.of("image/svg+xml"), List.of(Town.piece("<svg/>")))));
        var page = get("/");
        assertThat(page.field("content-security-policy")).startsWith("default-src 'none'");
        assertThat(page.field("x-content-type-options")).isEqualTo("nosniff");
        assertThat(page.field("referrer-policy")).isEqualTo("same-origin");
        assertThat(page.field("permissions-policy")).isNotEmpty();
        assertThat(page.field("cross-origin-opener-policy")).isEqualTo("same-origin");
        assertThat(get("/own").headers().allValues("content-security-policy")).containsExactly("default-src 'self'");
        assertThat(get("/own").field("set-cookie")).isEmpty();
        assertThat(get("/a.svg").field("content-security-policy")).contains("sandbox");
    }

    @Test
    void picturesTakeRangesAndPagesDoNot() {
        show(Town.pages());
        var whole = get("/picture.png", "Accept-Encoding", "gzip");
        assertThat(whole.body()).isEqualTo(Town.PICTURE);
        assertThat(whole.field("accept-ranges")).isEqualTo("bytes");
        assertThat(whole.field("content-encoding")).isEmpty();
        var part = get("/picture.png", "Range", "bytes=1000-1999");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.field("content-range")).isEqualTo("bytes 1000-1999/200000");
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(Town.PICTURE, 1000, 2000));
        assertThat(get("/picture.png", "Range", "bytes=-5").body())
                .isEqualTo(Arrays.copyOfRange(Town.PICTURE, 199_995, 200_000));
        assertThat(get("/picture.png", "Range", "bytes=199990-").body()).hasSize(10);
        assertThat(get("/picture.png", "Range", "bytes=200000-").status()).isEqualTo(416);
        assertThat(get("/picture.png", "Range", "bytes=200000-").field("content-range"))
                .isEqualTo("bytes */200000");
        assertThat(get("/picture.png", "Range", "bytes=5-2").status()).isEqualTo(200);
        assertThat(get("/picture.png", "Range", "bytes=0-1,4-5").status()).isEqualTo(200);
        assertThat(get("/picture.png", "Range", "bytes=0-1", "If-Range", whole.field("etag"))
                        .status())
                .isEqualTo(206);
        assertThat(get("/picture.png", "Range", "bytes=0-1", "If-Range", "\"old\"")
                        .status())
                .isEqualTo(200);
        assertThat(get("/press/12", "Range", "bytes=0-1").status()).isEqualTo(200);
    }

    @Test
    void theClockOpensClosesAndChangesPagesWithTheOfficeGone() {
        var row = Timeline.always(Town.text("開設中")).then(Town.AT_THREE, Town.text("更新が遅れています"));
        show(Town.pages()
                .put(Town.key("/later"), Town.opensAtThree(Town.page("開きました")))
                .put(Town.key("/until"), Timeline.always(Town.page("募集中")).then(Town.AT_THREE, new Value.Absent()))
                .put(Town.key("/shelter"), new Value.Page(Town.HTML, List.of(new Part.Timed(row)))));
        assertThat(get("/later").status()).isEqualTo(404);
        assertThat(get("/until").text()).isEqualTo("募集中");
        assertThat(get("/shelter").text()).isEqualTo("開設中");
        assertThat(get("/shelter").field("cache-control")).isEqualTo("max-age=5, stale-if-error=600");
        town.clock.set(Town.AT_THREE.minus(Duration.ofMillis(2500)));
        assertThat(get("/shelter").field("cache-control")).startsWith("max-age=2,");
        town.clock.set(Town.AT_THREE.minus(Duration.ofMillis(1500)));
        assertThat(get("/shelter").field("cache-control")).startsWith("max-age=1,");
        assertThat(get("/shelter").text()).isEqualTo("開設中");
        town.clock.set(Town.AT_THREE);
        assertThat(get("/later").text()).isEqualTo("開きました");
        assertThat(get("/until").status()).isEqualTo(404);
        assertThat(get("/shelter").text()).isEqualTo("更新が遅れています");
    }

    @Test
    void aClockBeforeTheSnapshotIsNotActedOn() {
        town.clock.set(Town.AT_THREE.plusSeconds(60));
        show(Town.pages().put(Town.key("/later"), Town.opensAtThree(Town.page("開きました"))));
        town.clock.set(Town.NOON);
        assertThat(get("/later").text()).isEqualTo("開きました");
        assertThat(Asked.get(town.http, Town.admin(beacon), "/health").text()).contains("\"status\":\"clock\"");
    }

    @Test
    void aRestartedBeaconServesFromDiskAlone() {
        show(Town.pages());
        town.stop(beacon);
        beacon = town.beacon("beacon");
        assertThat(get("/press/12").text()).contains("断水のお知らせ");
    }

    private void show(Changes.Builder changes) {
        town.publish(changes);
        town.push(beacon);
    }

    private Asked get(String path, String... fields) {
        return Asked.get(town.http, Town.open(beacon), path, fields);
    }
}
