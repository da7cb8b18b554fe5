package noroshi.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import noroshi.moving.MovingForTests;
import noroshi.moving.MovingSettings;
import noroshi.moving.MovingState;
import noroshi.moving.ReleaseMoving;
import noroshi.platform.Settings;
import noroshi.publishing.AddMedia;
import noroshi.publishing.Change;
import noroshi.publishing.Content;
import noroshi.publishing.PublishingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest extends PublishingTest {

    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @TempDir
    Path data;

    private Exports exports;
    private ExportWorker worker;
    private MovingForTests moving;

    @BeforeEach
    void open() {
        var settings = new Settings(
                URI.create("https://www.example.jp"),
                URI.create("https://office.example.jp"),
                data,
                MIYAGI,
                false,
                new Settings.Database("", "", ""),
                List.of(),
                new Settings.Smtp("127.0.0.1", 25, "", "", "none", "a@example.jp"),
                new Settings.Jma(List.of(), null),
                null);
        var bell = new ExportBell();
        exports = new Exports(tenancy, sql, audit, settings, bell);
        worker = new ExportWorker(
                tenancy,
                sql,
                exports,
                new ExportPackage(tenancy, sql, articles, mediaShelf, clock),
                audit,
                settings,
                bell,
                clock);
        moving = new MovingForTests(
                tenancy,
                sql,
                clock,
                audit,
                outbox,
                new MovingForTests.Publishing(takeInArticles, takeBackArticles, takeInMedia, series, directory),
                new MovingSettings(List.of(), List.of(), 0),
                data);
    }

    private Path exported(boolean subscribers) {
        var asked = exports.request(MIYAGI, subscribers, subscribers ? "移転のため" : "", admin, clock.instant());
        assertThat(asked).isInstanceOf(Exports.Outcome.Done.class);
        while (worker.round()) {}
        var newest = tenancy.in(MIYAGI, () -> exports.list(MIYAGI)).getFirst();
        assertThat(newest.state()).isEqualTo(ExportState.READY);
        return exports.receive(MIYAGI, newest.id(), admin).orElseThrow();
    }

    private static Map<String, String> entries(Path file) throws IOException {
        var entries = new TreeMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var out = new ByteArrayOutputStream();
                zip.transferTo(out);
                entries.put(entry.getName(), out.toString(StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    private String picture() {
        var added = addMedia.handle(new AddMedia.Command(MIYAGI, "給水車.png", PNG, "給水車の写真", "", admin, clock.instant()));
        return ((AddMedia.Outcome.Added) added).media().hash();
    }

    private void fill() {
        var hash = picture();
        var first = published(
                "news", content("=給水のお知らせ").withAttachments(List.of(hash)).withImage(hash));
        clock.advance(Duration.ofDays(1));
        var second = published(
                "emergency",
                Content.of(
                                "断水",
                                "要約",
                                "## 見出し\n\n[前の記事](article:%d)\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n![給水車](/media/%s.png)"
                                        .formatted(first.id(), hash))
                        .withAttachments(List.of(hash))
                        .withAreas(List.of("041009")));
        clock.advance(Duration.ofHours(1));
        republished(
                second,
                Content.of("断水（続報）", "要約", "直した本文\n\n[前の記事](article:%d)".formatted(first.id())),
                Change.update());
        written("news", content("下書き"));
    }

    @Test
    void everythingIsThereAndNoSecretIs() throws IOException {
        fill();
        tenancy.run(MIYAGI, () -> sql.sql(
                        "insert into subscriber (government, address, domain, status, created_at) values ('040002', 'taro@example.jp', 'example.jp', 'confirmed', now())")
                .update());

        var all = entries(exported(false));

        assertThat(all.keySet())
                .contains(
                        "noroshi-export.json",
                        "README.txt",
                        "officers.csv",
                        "audit.csv",
                        "articles/emergency-2.md",
                        "editions/2/1.md",
                        "editions/2/2.md");
        assertThat(all.get("officers.csv")).contains("author").doesNotContain("password", "{bcrypt}");
        assertThat(all.get("media.csv")).contains("給水車の写真");
        assertThat(all.get("articles/emergency-2.md")).startsWith("---\n").contains("title: \"断水（続報）\"", "直した本文");
        assertThat(all).doesNotContainKey("subscribers.csv");
        assertThat(entries(exported(true)).get("subscribers.csv")).contains("taro@example.jp");
    }

    @Test
    void onlyAnAdministratorGetsItAndAddressesNeedAReason() {
        assertThat(exports.request(MIYAGI, false, "", publisher, clock.instant()))
                .isInstanceOf(Exports.Outcome.Refused.class);
        assertThat(exports.request(MIYAGI, true, "", admin, clock.instant()))
                .isInstanceOf(Exports.Outcome.Refused.class);
        var file = exported(false);
        assertThat(exports.receive(MIYAGI, 1, publisher)).isEmpty();
        clock.advance(Duration.ofDays(8));
        worker.round();
        assertThat(file).doesNotExist();
        assertThat(tenancy.in(MIYAGI, () -> exports.list(MIYAGI)).getFirst().state())
                .isEqualTo(ExportState.GONE);
    }

    /** Title → first public date, body without the numbers of other articles, hashes of its files. */
    private Map<String, List<String>> articlesOf(String government) {
        return tenancy.in(government, () -> {
            var found = new LinkedHashMap<String, List<String>>();
            for (var row : articles.list(government, noroshi.publishing.Articles.Question.everything(), 100)) {
                var content = row.newest().content();
                found.put(
                        content.title(),
                        List.of(
                                row.article().series(),
                                String.valueOf(row.article().firstPublicAt()),
                                content.summary(),
                                content.body().replaceAll("article:\\d+", "article:N"),
                                Set.copyOf(content.attachments()).stream()
                                        .sorted()
                                        .collect(Collectors.joining(",")),
                                String.valueOf(content.image()),
                                content.areas().toString()));
            }
            return found;
        });
    }

    @Test
    void anotherGovernmentTakesItInWhole() throws IOException {
        fill();
        var zip = Files.readAllBytes(exported(false));

        var job = moving.read(SENDAI, "export.zip", zip, admin, clock.instant());
        assertThat(job.state()).isEqualTo(MovingState.READY);
        moving.release.handle(new ReleaseMoving.Command(SENDAI, job.id(), true, "移転", 0, admin, clock.instant()));
        job = moving.finished(SENDAI, job.id());

        assertThat(job.state()).isEqualTo(MovingState.RELEASED);
        assertThat(articlesOf(SENDAI)).isEqualTo(articlesOf(MIYAGI));
        tenancy.run(SENDAI, () -> {
            assertThat(series.find(SENDAI, "emergency")).isPresent();
            var media = mediaShelf.list(SENDAI, null, 10);
            assertThat(media).hasSize(1);
            assertThat(media.getFirst().alt()).isEqualTo("給水車の写真");
            assertThat(media.getFirst().name()).isEqualTo("給水車.png");
        });
    }
}
