package noroshi.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

    private static final char[] PASSPHRASE = "five words nobody would guess".toCharArray();
    private static final Instant MADE = Instant.parse("2026-03-11T05:46:00Z");

    @TempDir
    Path folder;

    @Test
    void aManifestIsReadAsItWasWritten() {
        var manifest = manifest(List.of(new BackupManifest.Item("database/rows/article", 21, "00ff")));

        assertThat(BackupManifest.parse(manifest.text())).isEqualTo(manifest);
    }

    @Test
    void anotherFormatIsRefusedAndSaysWhatReadsIt() {
        var newer = manifest(List.of()).text().replaceFirst("noroshi-backup 1", "noroshi-backup 2");

        assertThatThrownBy(() -> BackupManifest.parse(newer))
                .hasMessageContaining("noroshi-backup 2")
                .hasMessageContaining("a newer one");
        assertThatThrownBy(() -> BackupManifest.parse(manifest(List.of()).text().replace("end\n", "")))
                .hasMessageContaining("cut short");
    }

    @Test
    void everyChangedByteOfAnArchiveIsFound() throws IOException {
        var file = archive("a shelter stands on the hill");
        assertThat(BackupArchive.verify(file).items()).hasSize(1);
        var whole = Files.readAllBytes(file);

        for (int at = 0; at < whole.length; at++) {
            var changed = whole.clone();
            changed[at] ^= 0x20;
            Files.write(file, changed);
            // A few bytes of a ZIP say nothing (times, versions); those that matter must not come out changed.
            if (isRefused(file)) continue;
            assertThat(shelter(file)).as("byte %d", at).isEqualTo("a shelter stands on the hill");
        }
    }

    @Test
    void keysComeOutUnderTheirPassphraseOnly() throws IOException {
        var file = folder.resolve("office.keys");
        KeysFile.write(file, "secret".getBytes(StandardCharsets.UTF_8), PASSPHRASE, new SecureRandom());

        assertThat(KeysFile.read(file, PASSPHRASE))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("secret");
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(() -> KeysFile.read(file, "another passphrase".toCharArray()))
                .hasMessageContaining("does not open");
        assertThatThrownBy(() -> KeysFile.read(file, null)).hasMessageContaining("--passphrase-file");
    }

    @Test
    void theRootKeyIsWrittenOnlyWhereAPassphraseClosesIt() throws IOException {
        var folders = new Folders(folder, folder.resolve("data"));
        folders.create();
        new SigningKeys(folders.keys()).ensure(MADE);
        var installed = new Installed(folders, Optional.empty(), new Properties());

        assertThat(names(KeysBundle.pack(installed, false)))
                .contains("keys/signing.key")
                .doesNotContain("keys/root.key");
        assertThat(names(KeysBundle.pack(installed, true))).contains("keys/signing.key", "keys/root.key");
    }

    @Test
    void theKeyOfSecondFactorsGoesAndComesBackWithTheOtherKeys() throws IOException {
        var folders = new Folders(folder, folder.resolve("old"));
        folders.create();
        Files.write(folders.keys().resolve("second-factor.key"), new byte[] {1, 2, 3});
        var packed = KeysBundle.pack(new Installed(folders, Optional.empty(), new Properties()), false);

        var moved = new Folders(folder, folder.resolve("new"));
        moved.create();
        KeysBundle.unpack(packed, moved);

        var key = moved.keys().resolve("second-factor.key");
        assertThat(key).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(Files.getPosixFilePermissions(key)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void settingsFollowTheDataToTheirNewPlace() throws IOException {
        var folders = new Folders(folder, folder.resolve("old"));
        folders.create();
        var config = Files.writeString(folder.resolve("c"), "noroshi.data = old\nserver.port = 8081\n");
        var packed = KeysBundle.pack(new Installed(folders, Optional.of(config), new Properties()), false);

        var moved = new Folders(folder, folder.resolve("new"));
        moved.create();
        KeysBundle.unpack(packed, moved);

        assertThat(Files.readAllLines(moved.data().resolve("noroshi.conf")))
                .containsExactly("noroshi.data = " + moved.data(), "server.port = 8081");
    }

    @Test
    void aRestoreNeverWritesOverAnything() throws IOException {
        var file = archive("a shelter");
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/something"), "precious");

        assertThatThrownBy(() -> new Restore(file, new Folders(folder, folder.resolve("data"))).run(new byte[0], null))
                .hasMessageContaining("not empty");
    }

    private static boolean isRefused(Path file) {
        try {
            BackupArchive.verify(file);
            return false;
        } catch (Refusal e) {
            return true;
        }
    }

    private static String shelter(Path file) throws IOException {
        try (var zip = new java.util.zip.ZipFile(file.toFile());
                var in = BackupArchive.open(zip, "shelter")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Path archive(String text) throws IOException {
        var file = folder.resolve("backup.zip");
        try (var writer = new BackupArchive.Writer(file)) {
            writer.add("shelter", out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
            writer.finish(manifest(writer.items()));
        }
        return file;
    }

    private static List<String> names(byte[] zip) throws IOException {
        try (var in = new ZipInputStream(new java.io.ByteArrayInputStream(zip))) {
            var names = new java.util.ArrayList<String>();
            for (java.util.zip.ZipEntry entry; (entry = in.getNextEntry()) != null; ) names.add(entry.getName());
            return names;
        }
    }

    private static BackupManifest manifest(List<BackupManifest.Item> items) {
        return new BackupManifest(
                MADE,
                "18.6",
                List.of("V0100__platform.sql"),
                List.of(new BackupManifest.Table("article", 3, List.of("government", "id"))),
                List.of(new BackupManifest.Sequence("article_id_seq", 42)),
                items,
                "-");
    }
}
