package noroshi.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    private static final Path HOME = Path.of("/opt/noroshi");

    @Test
    void withoutOptionsTheUsualPortsAndTheFolderBesideTheLauncher() {
        assertThat(Options.parse(List.of(), HOME))
                .isEqualTo(new Options(HOME.resolve("data/demo"), 8080, 8081, 8025, 0, false));
    }

    @Test
    void everyOptionIsTaken() {
        var arguments = List.of(
                "--port", "1", "--office-port", "2", "--smtp-port", "3", "--data", "d", "--articles", "4", "--fresh");

        assertThat(Options.parse(arguments, HOME)).isEqualTo(new Options(Path.of("d"), 1, 2, 3, 4, true));
    }

    @Test
    void whatCannotBeUnderstoodIsNamedWithTheUsage() {
        assertThatThrownBy(() -> Options.parse(List.of("--prot", "1"), HOME))
                .hasMessageContaining("--prot")
                .hasMessageContaining("--office-port");
        assertThatThrownBy(() -> Options.parse(List.of("--port", "eighty"), HOME))
                .hasMessageContaining("\"eighty\"");
        assertThatThrownBy(() -> Options.parse(List.of("--port", "70000"), HOME))
                .hasMessageContaining("65535");
        assertThatThrownBy(() -> Options.parse(List.of("--data"), HOME)).hasMessageContaining("needs a value");
    }
}
