package noroshi.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path keys;

    @Test
    void aSecretIsMadeOnceEvenWhenManyAskAtTheSameTime() {
        var secrets = new Secrets(keys);

        var seen = IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> secrets.value("a.secret"))
                .distinct();

        assertThat(seen).hasSize(1);
    }

    @Test
    void onlyItsOwnerReadsIt() throws IOException {
        var file = new Secrets(keys).file("a.secret");

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.readString(file).strip()).matches("[0-9a-f]{64}");
    }
}
