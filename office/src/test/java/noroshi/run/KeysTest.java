package noroshi.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {

    private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");

    @TempDir
    Path folder;

    private Folders folders;

    @BeforeEach
    void passphrase() throws IOException {
        folders = new Folders(folder, folder.resolve("data"));
        Files.writeString(folder.resolve("passphrase"), "a hill, a fire, and another hill\n");
    }

    @Test
    void theRootKeyLeavesTheComputerAndComesBackToSignANewKey() throws IOException {
        folders.create();
        new SigningKeys(folders.keys()).ensure(NOW);
        var before = new SigningKeys(folders.keys()).signer();
        var secret = Files.readString(folders.keys().resolve("root.key")).split(" ")[1];

        var printed = keys(NOW, "take-out", stick());
        printed += keys(NOW.plus(Duration.ofDays(365)), "rotate-signing", "--root", stick());
        printed += keys(NOW.plus(Duration.ofDays(365)), "show");

        assertThat(folders.keys().resolve("root.key")).doesNotExist();
        var signing = new SigningKeys(folders.keys());
        assertThat(signing.known().serial()).isEqualTo(2);
        assertThat(signing.known().keys()).containsExactly(signing.signer()).doesNotContain(before);
        assertThat(printed).contains("kept elsewhere", "serial 2").doesNotContain("! ");
        assertThat(printed).doesNotContain(secret);
        assertThat(Files.readString(Path.of(stick()), StandardCharsets.ISO_8859_1))
                .doesNotContain(secret);
        // The next start is content with what the ceremony left.
        signing.ensure(NOW.plus(Duration.ofDays(366)));
    }

    @Test
    void aNewInstallationNeverSeesItsRootKey() throws IOException {
        keys(NOW, "create", "--root", stick());

        assertThat(folders.keys().resolve("root.key")).doesNotExist();
        new SigningKeys(folders.keys()).ensure(NOW);
        assertThatThrownBy(() -> keys(NOW, "create", "--root", stick() + "2")).hasMessageContaining("has keys already");
    }

    @Test
    void aNewRootPutsTheOldStoresAside() throws IOException {
        keys(NOW, "create", "--root", stick());
        Files.writeString(folders.snapshot().resolve("pack-00000000"), "signed under the old root");
        var old = Files.readString(folders.keys().resolve("root.pub"));

        keys(NOW.plusSeconds(60), "new-root", "--root", stick() + "2");

        assertThat(Files.readString(folders.keys().resolve("root.pub"))).isNotEqualTo(old);
        assertThat(folders.snapshot()).isEmptyDirectory();
        assertThat(new SigningKeys(folders.keys()).known().serial()).isEqualTo(1);
    }

    @Test
    void showWarnsInTimeAndInOrder() throws IOException {
        folders.create();
        new SigningKeys(folders.keys()).ensure(NOW);

        assertThat(keys(NOW, "show")).contains("! The root key lies on this computer");
        keys(NOW, "take-out", stick());
        assertThat(keys(NOW.plus(Duration.ofDays(300)), "show")).doesNotContain("! ");
        assertThat(keys(NOW.plus(Duration.ofDays(450)), "show")).contains("over a year old");
        assertThat(keys(NOW.plus(Duration.ofDays(800)), "show")).contains("ends soon");
        assertThat(keys(NOW.plus(Duration.ofDays(1200)), "show")).contains("EXPIRED");
    }

    @Test
    void anotherRootKeySignsNothingHere() throws IOException {
        keys(NOW, "create", "--root", stick());
        var other = new Folders(folder, folder.resolve("other"));
        folders = other;
        keys(NOW, "create", "--root", stick() + "2");

        assertThatThrownBy(() -> keys(NOW, "rotate-signing", "--root", stick()))
                .hasMessageContaining("another root key");
        assertThatThrownBy(() -> keys(NOW, "rotate-signing")).hasMessageContaining("Bring it");
    }

    @Test
    void aNewLetterKeyStandsBeforeTheOldOne() throws IOException {
        folders.create();
        new SigningKeys(folders.keys()).ensure(NOW);

        var printed = keys(NOW, "rotate-letter") + keys(NOW, "show");

        assertThat(printed)
                .containsSubsequence("letter key: letter-2", "letter key    letter-2", "letter key    letter-1");
        var secret = Files.readString(folders.keys().resolve("letter.key")).split(" ")[2];
        assertThat(printed).doesNotContain(secret);
    }

    @Test
    void everyLossHasItsAdvice() {
        for (var what : List.of("root", "signing", "letter", "secret"))
            assertThat(LostKeys.advice(List.of("lost", what))).contains("1. ");
    }

    private String stick() {
        return folder.resolve("stick.root").toString();
    }

    private String keys(Instant now, String... arguments) throws IOException {
        var all = new java.util.ArrayList<>(List.of(arguments));
        all.addAll(List.of("--passphrase-file", folder.resolve("passphrase").toString()));
        var words = Words.parse(all, Set.of("--root", "--passphrase-file"), Set.of(), "");
        var bytes = new ByteArrayOutputStream();
        var before = System.out;
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            new Keys(new Installed(folders, Optional.empty(), new Properties()), words).run(now);
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
