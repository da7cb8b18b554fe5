package noroshi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The office burns. What is left: a backup from the morning, its keys, and a beacon that heard more since. */
@ExtendWith(WithDemonstration.class)
class RestoreTest {

    private static final Duration BUILT_WITHIN = Duration.ofMinutes(2);
    private static final Duration PUBLIC_WITHIN = Duration.ofSeconds(30);

    private final Path folder = WithDemonstration.temporary();

    @AfterEach
    void delete() {
        WithDemonstration.delete(folder);
    }

    @Test
    void aRestoredOfficeGoesOnAboveItsBeaconAndKeepsWhatItsBackupDoesNotKnow(Demonstration burnt) throws Exception {
        LongRun.orSkip(
                "a second demonstration is built from a backup, which takes minutes; BackupTest and RestoredSiteTest run always");
        var archive = folder.resolve("backup.zip");
        var passphrase = Files.writeString(folder.resolve("passphrase"), "a hill, a fire, and another hill\n");
        var withKeys = List.of("--passphrase-file", passphrase.toString());
        noroshi(with(
                withKeys, "backup", archive.toString(), "--data", burnt.data().toString()));
        try (var http = new Http()) {
            var after = publish(http, burnt, "バックアップの後に公開した記事");

            var data = folder.resolve("restored");
            noroshi(with(withKeys, "restore", archive.toString(), "--data", data.toString()));
            copy(burnt.data().resolve("beacon/snapshot"), data.resolve("beacon/snapshot"));
            try (var restored = Demonstration.start(data)) {
                assertThat(title(http, restored, after)).contains("バックアップの後に公開した記事");

                var next = publish(http, restored, "復元の後に公開した記事");

                assertThat(next)
                        .as("a number of the lost time is never given again")
                        .isNotEqualTo(after);
                assertThat(title(http, restored, after)).contains("バックアップの後に公開した記事");
                listsWhatItDoesNotKnow(restored);
            }
        }
    }

    private static void listsWhatItDoesNotKnow(Demonstration restored) {
        try (var browsing = new Browsing()) {
            var page = Desk.signIn(browsing, restored, "admin");
            // The list stands when the site was built anew from the restored database.
            Demonstration.await("the status screen lists it", BUILT_WITHIN, () -> {
                page.navigate(restored.officeUrl() + "/status");
                return page.locator("main").innerText().contains("復元後に残っている公開ページ");
            });
            assertThat(page.locator("main").innerText())
                    .contains("バックアップの後に公開した記事")
                    .doesNotContain("復元の後に公開した記事");
            assertThat(Browsing.violations(page)).isEmpty();
            assertThat(Browsing.tooWide(page)).isEmpty();
        }
    }

    /** Returns its path, once it is public. */
    private static String publish(Http http, Demonstration at, String title) throws IOException {
        var address = new Api(http, at)
                .post(
                        "/articles",
                        Map.of("series", "press", "title", title, "body", "本文", "areas", List.of(), "publish", true))
                .expect(201)
                .json()
                .get("url")
                .getAsString();
        var path = address.replaceFirst("https?://[^/]+", "");
        Demonstration.await(
                title + " is public", PUBLIC_WITHIN, () -> title(http, at, path).contains(title));
        return path;
    }

    private static String title(Http http, Demonstration at, String path) {
        try {
            return http.get(at.publicUrl() + path).text();
        } catch (IOException e) {
            return "";
        }
    }

    private static List<String> with(List<String> more, String... command) {
        var all = new ArrayList<>(List.of(command));
        all.addAll(more);
        return all;
    }

    private static void noroshi(List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(Home.folder().resolve("noroshi").toString()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("NOROSHI_BUILD", "never");
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        System.out.print(output.lines()
                .filter(line -> line.matches("(backup|restored): .*"))
                .map(line -> line + "\n")
                .reduce("", String::concat));
        assertThat(process.waitFor()).as(output).isZero();
    }

    /** As the disk of a beacon that stood elsewhere. */
    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (var file : files.toList())
                Files.copy(file, to.resolve(file.getFileName().toString()));
        }
    }
}
