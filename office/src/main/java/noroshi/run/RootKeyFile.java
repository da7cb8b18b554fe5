package noroshi.run;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import noroshi.snapshot.SigningKey;

/** The root key as it lies on its USB stick: as {@code keys take-out} wrote it, or a plain {@code root.key}. */
final class RootKeyFile {

    private RootKeyFile() {}

    static SigningKey read(Path file, Words words) {
        if (!Files.isReadable(file)) throw new Refusal("No root key at %s.", file);
        var passphrase = words.option("--passphrase-file");
        try {
            return parse(KeysFile.read(file, passphrase == null ? null : Passphrase.read(Path.of(passphrase))));
        } catch (Refusal e) {
            var plain = plain(file);
            if (plain != null) return plain;
            var typed = passphrase == null ? Passphrase.ask("passphrase of the root key", false) : null;
            if (typed == null) throw e;
            return parse(KeysFile.read(file, typed));
        }
    }

    private static SigningKey parse(byte[] bytes) {
        return SigningKey.parse(new String(bytes, StandardCharsets.UTF_8));
    }

    private static @org.jspecify.annotations.Nullable SigningKey plain(Path file) {
        try {
            return SigningKey.parse(Files.readString(file));
        } catch (java.io.IOException | IllegalArgumentException e) {
            return null;
        }
    }
}
