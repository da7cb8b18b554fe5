package noroshi.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import noroshi.snapshot.SigningKey;
import noroshi.snapshot.Trust;
import noroshi.snapshot.VerifyKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {

    private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");

    @TempDir
    Path keys;

    @Test
    void theFirstStartMakesKeysThatOnlyTheirOwnerReads() throws IOException {
        new SigningKeys(keys).ensure(NOW);

        assertThat(trust().keys()).containsExactly(signing().verifyKey());
        assertThat(Files.getPosixFilePermissions(keys.resolve("root.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void laterStartsKeepThemAndRenewTheTrustInTime() throws IOException {
        new SigningKeys(keys).ensure(NOW);
        var before = signing().text();
        new SigningKeys(keys).ensure(NOW.plus(Duration.ofDays(300)));
        assertThat(trust().serial()).isEqualTo(1);

        new SigningKeys(keys).ensure(NOW.plus(Duration.ofDays(800)));

        assertThat(trust().serial()).isEqualTo(2);
        assertThat(signing().text()).isEqualTo(before);
    }

    @Test
    void withTheRootKeyOfflineAnExpiredTrustSaysWhatToDo() throws IOException {
        new SigningKeys(keys).ensure(NOW);
        Files.delete(keys.resolve("root.key"));
        new SigningKeys(keys).ensure(NOW.plus(Duration.ofDays(800)));

        assertThatThrownBy(() -> new SigningKeys(keys).ensure(NOW.plus(Duration.ofDays(2000))))
                .hasMessageContaining("Put it there for one start");
    }

    private Trust trust() throws IOException {
        return Trust.parse(
                Files.readAllBytes(keys.resolve("trust")),
                new VerifyKey(Files.readString(keys.resolve("root.pub")).strip()));
    }

    private SigningKey signing() throws IOException {
        return SigningKey.parse(Files.readString(keys.resolve("signing.key")));
    }
}
