package noroshi.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollingLogTest {

    @TempDir
    Path folder;

    @Test
    void aFullLogIsPutAsideAndOnlyAFewAreKept() throws IOException {
        try (var log = new RollingLog(folder.resolve("a.log"), 10)) {
            for (int i = 0; i < 9; i++) log.note("line " + i);

            assertThat(log.tail(5)).containsExactly("line 8");
        }
        assertThat(Files.readString(folder.resolve("a.log.1"))).contains("line 7");
        assertThat(Files.exists(folder.resolve("a.log.3"))).isTrue();
        assertThat(Files.exists(folder.resolve("a.log.4"))).isFalse();
    }

    @Test
    void anotherStartGoesOnWhereTheLogEnded() {
        try (var log = new RollingLog(folder.resolve("a.log"))) {
            log.note("first");
        }
        try (var log = new RollingLog(folder.resolve("a.log"))) {
            log.note("second");
            assertThat(log.tail(5)).containsExactly("first", "second");
        }
    }
}
