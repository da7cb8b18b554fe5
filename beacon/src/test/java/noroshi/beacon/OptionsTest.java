package noroshi.beacon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptionsTest {

    @TempDir
    Path folder;

    @Test
    void readsItsCommandLine() throws Exception {
        Files.writeString(folder.resolve("root.pub"), "ab".repeat(32) + "\n");
        var options = Options.parse(
                List.of(
                        "--port",
                        "8088",
                        "--data",
                        "d",
                        "--root-key",
                        folder.resolve("root.pub").toString(),
                        "--upstream",
                        "http://a:1",
                        "--upstream",
                        "http://b:2"),
                Map.of("NOROSHI_BEACON_SECRET", "sixteen characters"));
        assertThat(options.port()).isEqualTo(8088);
        assertThat(options.adminHost()).isEqualTo("127.0.0.1");
        assertThat(options.rootKey()).isEqualTo("ab".repeat(32));
        assertThat(options.upstreams()).containsExactly(URI.create("http://a:1"), URI.create("http://b:2"));
        assertThat(options.secret()).isEqualTo("sixteen characters");
    }

    @Test
    void saysWhatIsMissingOrWrong() {
        assertThatThrownBy(() -> Options.parse(List.of(), Map.of())).hasMessageContaining("--data DIR is missing");
        assertThatThrownBy(() -> Options.parse(List.of("--port", "x"), Map.of()))
                .hasMessageContaining("not 'x'");
        assertThatThrownBy(() -> Options.parse(List.of("--port"), Map.of())).hasMessageContaining("needs a value");
        assertThatThrownBy(() -> Options.parse(List.of("--data", "d"), Map.of()))
                .hasMessageContaining("--root-key");
    }

    @Test
    void aSecretThatCouldBeGuessedIsRefused() throws Exception {
        Files.writeString(folder.resolve("root.pub"), "ab".repeat(32));
        var words =
                List.of("--data", "d", "--root-key", folder.resolve("root.pub").toString());
        assertThatThrownBy(() -> Options.parse(words, Map.of("NOROSHI_BEACON_SECRET", "short")))
                .hasMessageContaining("at least 16");
    }

    @Test
    void onlyTheWholeSecretOpens() {
        var secret = new Secret("sixteen characters");
        assertThat(secret.isShownBy("Bearer sixteen characters")).isTrue();
        assertThat(secret.isShownBy("bearer sixteen characters")).isTrue();
        assertThat(secret.isShownBy("Bearer sixteen character")).isFalse();
        assertThat(secret.isShownBy("Basic sixteen characters")).isFalse();
        assertThat(secret.isShownBy(null)).isFalse();
        assertThat(new Secret(null).isShownBy("Bearer ")).isFalse();
    }
}
