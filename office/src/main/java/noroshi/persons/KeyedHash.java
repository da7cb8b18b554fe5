package noroshi.persons;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import noroshi.platform.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Hashes that only this office can make: HMAC-SHA-256 under a key that lies in a file, not in the database. Whoever reads the log of
 * look-ups cannot try out names.
 */
@Component
class KeyedHash {

    private static final int KEY_BYTES = 32;

    private final Path file;
    private @Nullable SecretKeySpec key;

    @org.springframework.beans.factory.annotation.Autowired
    KeyedHash(Settings settings) {
        this(settings.data().resolve("keys").resolve("persons.key"));
    }

    KeyedHash(Path file) {
        this.file = file;
    }

    String of(String government, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key());
            return HexFormat.of().formatHex(mac.doFinal((government + '\0' + text).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HMAC-SHA-256", e);
        }
    }

    private synchronized SecretKeySpec key() {
        var known = key;
        if (known != null) return known;
        try {
            if (!Files.exists(file)) create();
            var read = new SecretKeySpec(
                    HexFormat.of().parseHex(Files.readString(file).strip()), "HmacSHA256");
            key = read;
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException("The key of the look-ups cannot be read or made: " + file.getFileName(), e);
        }
    }

    private void create() throws IOException {
        var bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        var folder = Files.createDirectories(file.toAbsolutePath().getParent());
        // Whole or not at all, and on the disk before the first hash is: with a lost key nobody protected is ever met
        // again.
        var half = Files.createTempFile(folder, "persons", ".new");
        try {
            try (var channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII)));
                channel.force(true);
            }
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
            try (var entry = FileChannel.open(folder, StandardOpenOption.READ)) {
                entry.force(true);
            }
        } finally {
            Files.deleteIfExists(half);
        }
    }
}
