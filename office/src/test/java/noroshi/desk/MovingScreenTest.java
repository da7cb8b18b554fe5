package noroshi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** The screens of moving in and of exports, without a script. */
class MovingScreenTest extends DeskTest {

    private static final String YAMAMOTO = "043621";

    private final Visitor visitor = Visitor.signedIn("admin");

    private static byte[] zip() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("index.html"));
            zip.write("<title>入口</title><h1>入口</h1><p>町の入口です。<a href=b.html>次</a><script>alert(1)</script>"
                    .getBytes(Charset.forName("windows-31j")));
            zip.putNextEntry(new ZipEntry("b.html"));
            zip.write("<title>b</title><h1>二枚目</h1><p>平成20年の話です。<p>更新日 平成20年4月1日"
                    .getBytes(Charset.forName("windows-31j")));
        }
        return out.toByteArray();
    }

    @Test
    void aSiteIsReadReviewedReleasedAndTakenBack() throws IOException {
        visitor.get("/settings/moving?government=" + YAMAMOTO).is(200).says("サイトの取込み");
        visitor.get("/settings/moving/new?government=" + YAMAMOTO).is(200);
        var started = visitor.upload(
                "/settings/moving",
                Map.of(
                        "government",
                        YAMAMOTO,
                        "name",
                        "画面の試験",
                        "source",
                        "upload",
                        "series",
                        "news",
                        "pages",
                        "100",
                        "depth",
                        "5"),
                "files",
                "site.zip",
                zip());
        started.is(200).says("取込みを始めました");
        var at = started.path().replaceFirst("\\?.*", "");

        await(at, "確認待ち（未公開）").says("二枚目", "指摘");
        review(at);
        release(at);
    }

    private void review(String at) {
        var page = visitor.get(at + "/pages/1?government=" + YAMAMOTO).is(200);
        page.says("町の入口です", "プログラム（1か所）を外しました");
        assertThat(page.html()).doesNotContain("<script>alert");
        visitor.get(at + "/rules?government=" + YAMAMOTO);
        visitor.post(
                        at + "/rules",
                        Map.of(
                                "government",
                                YAMAMOTO,
                                "act",
                                "try",
                                "series",
                                "news",
                                "field-1",
                                "PATH",
                                "words-1",
                                "/b",
                                "series-1",
                                "news"))
                .is(200)
                .says("規則1 1ページ");
    }

    private void release(String at) {
        visitor.post(at + "/release", Map.of("government", YAMAMOTO, "errors", "public", "reason", ""))
                .is(422)
                .says("理由を入力してください");
        visitor.post(at + "/release", Map.of("government", YAMAMOTO, "errors", "draft"))
                .is(200);
        await(at, "公開済み");
        assertThat(visitor.get(at + "/report.csv?government=" + YAMAMOTO).html())
                .contains("/b.html", "2008-04-01");
        visitor.post(at + "/undo", Map.of("government", YAMAMOTO)).is(200);
        await(at, "確認待ち（未公開）");
        visitor.post(at + "/discard", Map.of("government", YAMAMOTO)).is(200).says("破棄しました");
        assertThat(audit(YAMAMOTO, "moving.undone")).hasSize(1);
    }

    private Visitor.Page await(String at, String words) {
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            var page = visitor.get(at + "?government=" + YAMAMOTO);
            if (page.text().contains(words) || System.nanoTime() > until) return page.says(words);
            LockSupport.parkNanos(50_000_000);
        }
    }

    @Test
    void anExportIsAskedForAndReceived() {
        visitor.get("/settings/exports?government=" + YAMAMOTO).is(200);
        visitor.post("/settings/exports", Map.of("government", YAMAMOTO, "subscribers", "yes"))
                .is(422)
                .says("理由を入力してください");
        visitor.post("/settings/exports", Map.of("government", YAMAMOTO))
                .is(200)
                .says("書き出しを頼みました");
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        var page = visitor.get("/settings/exports?government=" + YAMAMOTO);
        while (!page.text().contains("受け取れます") && System.nanoTime() < until) {
            LockSupport.parkNanos(50_000_000);
            page = visitor.get("/settings/exports?government=" + YAMAMOTO);
        }
        var file = visitor.post(page.first("action=\"(/settings/exports/\\d+/file)\""), Map.of("government", YAMAMOTO))
                .is(200);
        assertThat(file.type()).startsWith("application/zip");
        assertThat(audit(YAMAMOTO, "export.received")).isNotEmpty();
        assertThat(visitor.get("/articles.csv?government=" + YAMAMOTO).is(200).html())
                .contains("番号,状態,媒体");
    }

    @Test
    void authorsHaveNeither() {
        var sato = Visitor.signedIn("sato");
        sato.get("/settings/moving").is(403);
        sato.get("/settings/exports").is(403);
        sato.get("/articles");
        sato.post("/settings/exports", Map.of()).is(403);
    }
}
