package noroshi.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import noroshi.platform.Settings;
import noroshi.snapshot.Fragment;
import noroshi.snapshot.Head;
import noroshi.snapshot.Key;
import noroshi.snapshot.Part;
import noroshi.snapshot.Timeline;
import noroshi.snapshot.Value;
import org.junit.jupiter.api.Test;

/** A snapshot that knows more than the database, as a beacon has it after its office was restored. */
class RestoredSiteTest extends SiteTest {

    private static final Key NEWER = Key.of(MIYAGI, "/press/12345");

    @Test
    void whatTheDatabaseDoesNotKnowStaysPublicAndIsListedUntilSomebodyDecides() throws IOException {
        buildEverything();
        put(NEWER, "<title>県道の通行止め &amp; 迂回</title>");
        put(Key.of(MIYAGI, "/l/press/12345"), "<title>軽い</title>");
        Files.writeString(data.resolve("restored"), "backup");

        buildEverything();

        assertThat(get("/press/12345")).startsWith("200");
        assertThat(snapshots.isAfterRestore()).isFalse();
        var restored = new RestoredSite(new KeptPages(sql), snapshots, tenancy, audit, settings(), clock);
        assertThat(tenancy.in(MIYAGI, restored::pages))
                .extracting(RestoredSite.Page::title)
                .containsExactly("県道の通行止め & 迂回");

        buildEverything();
        assertThat(get("/press/12345")).as("a later rebuild keeps it too").startsWith("200");

        assertThat(restored.withdraw(MIYAGI, "/press/12345", author.id())).isTrue();
        assertThat(get("/press/12345")).isEqualTo("404");
        assertThat(get("/l/press/12345")).isEqualTo("404");
        assertThat(tenancy.in(MIYAGI, restored::pages)).isEmpty();
        assertThat(restored.withdraw(MIYAGI, "/press/12345", author.id())).isFalse();
    }

    @Test
    void withoutARestoreTheSweepTakesWhatNobodyMade() {
        buildEverything();
        put(NEWER, "<title>古い</title>");

        buildEverything();

        assertThat(get("/press/12345")).isEqualTo("404");
    }

    @Test
    void publishingWaitsUntilABeaconHasAnswered() throws IOException {
        var secret = Files.writeString(data.resolve("beacon.secret"), "0123456789abcdef");
        Files.writeString(data.resolve("restored"), "backup");
        var nobody = new Settings.Beacon(URI.create("http://127.0.0.1:9"), secret);
        try (var waiting = new Snapshots(data, MIYAGI, List.of(nobody))) {
            assertThatThrownBy(waiting::writer).hasMessageContaining("公開を待っています");
        }
    }

    private void put(Key key, String html) {
        snapshots.publish(
                clock.instant(),
                draft -> draft.put(
                        key,
                        Timeline.<Value>always(new Value.Page(
                                Head.of("text/html; charset=utf-8"),
                                List.of(Part.piece(Fragment.text(html.getBytes(StandardCharsets.UTF_8))))))));
    }
}
