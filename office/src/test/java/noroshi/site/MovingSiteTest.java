package noroshi.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import noroshi.moving.MovingForTests;
import noroshi.moving.MovingSettings;
import noroshi.moving.ReleaseMoving;
import noroshi.moving.UndoMoving;
import org.junit.jupiter.api.Test;

/** A site that moved in, as readers meet it: and what is left of it when that is undone. */
class MovingSiteTest extends SiteTest {

    private MovingForTests moving() {
        return new MovingForTests(
                tenancy,
                sql,
                clock,
                audit,
                outbox,
                new MovingForTests.Publishing(takeInArticles, takeBackArticles, takeInMedia, series, directory),
                new MovingSettings(List.of(), List.of(), 0),
                data);
    }

    private static byte[] site() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var page : Map.of(
                            "a/index.html",
                                    "<h1>入口</h1><p>はじめのページ <a href=b.html>次へ</a> <a href=../f/x.pdf>資料</a><p>更新日 2009年4月1日",
                            "a/b.html", "<h1>つぎ</h1><p>つぎのページ <a href=./>入口</a><p>更新日 2010年4月1日",
                            "cgi/show.php%3Fid=3", "<html><h1>番号の頁</h1><p>三番",
                            "f/x.pdf", "%PDF-1.4 trailer")
                    .entrySet()) {
                zip.putNextEntry(new ZipEntry(page.getKey()));
                zip.write(page.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private Map<String, String> records() {
        var records = new TreeMap<String, String>();
        for (var key : keysOf(snapshot()))
            records.put(key.toString(), String.valueOf(snapshot().find(key)));
        return records;
    }

    private void built() {
        deliverAnnouncements();
        rebuild.run(Set.of(MIYAGI));
    }

    @Test
    void oldAddressesLeadOnAndUndoingLeavesTheSnapshotAsItWas() throws IOException {
        published("news", content("きょうのお知らせ"));
        deliverAnnouncements();
        buildEverything();
        var before = records();
        var moving = moving();
        var job = moving.read(MIYAGI, "site.zip", site(), admin, clock.instant());
        assertThat(moving.counts(job).pages()).isGreaterThanOrEqualTo(2);

        moving.release.handle(new ReleaseMoving.Command(MIYAGI, job.id(), true, "試験", 0, admin, clock.instant()));
        moving.finished(MIYAGI, job.id());
        built();

        var first = moving.page(job, "/a/index.html");
        assertThat(get("/a/")).isEqualTo("301 /040002/news/" + first.article());
        assertThat(get("/a/index.htm")).isEqualTo("301 /040002/news/" + first.article());
        assertThat(get("/f/x.pdf")).startsWith("301 /040002/media/").endsWith(".pdf");
        var page = get("/news/" + first.article());
        assertThat(page)
                .startsWith("200")
                .contains(
                        "次へ",
                        "2009年4月1日",
                        "/040002/news/" + moving.page(job, "/a/b.html").article());
        assertThat(get("/")).as("today's news stands first").containsSubsequence("きょうのお知らせ", "つぎ");

        moving.undo.handle(new UndoMoving.Command(MIYAGI, job.id(), admin, clock.instant()));
        moving.finished(MIYAGI, job.id());
        built();

        assertThat(get("/a/")).isEqualTo("404");
        assertThat(records()).isEqualTo(before);
    }
}
