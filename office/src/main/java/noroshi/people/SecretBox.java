package noroshi.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import noroshi.platform.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Seals secrets that the office must read again (AES-256-GCM) with a key in its key folder: the database alone reveals none. */
@Component
class SecretBox {

    private static final String FILE = "second-factor.key";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Path file;
    private final SecureRandom random;
    private byte @Nullable [] key;

    SecretBox(Settings settings, SecureRandom random) {
        this.file = settings.data().resolve("keys").resolve(FILE);
        this.random = random;
    }

    /** @param name binds the secret to its owner: moved to another row it opens no more */
    byte[] seal(byte[] secret, String name) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, secret, name);
        var all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
        return all;
    }

    byte[] open(byte[] sealed, String name) {
        return cipher(
                Cipher.DECRYPT_MODE,
                Arrays.copyOf(sealed, NONCE_BYTES),
                Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length),
                name);
    }

    private byte[] cipher(int mode, byte[] nonce, byte[] text, String name) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "A secret of %s cannot be opened. Maybe %s is not the key it was sealed with: restore it from the backup of the keys."
                            .formatted(name, file),
                    e);
        }
    }

    private synchronized byte[] key() {
        var known = key;
        if (known == null) key = known = readOrMake();
        return known;
    }

    private byte[] readOrMake() {
        try {
            if (!Files.exists(file)) make();
            return HexFormat.of().parseHex(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The key %s cannot be read. Maybe its folder belongs to another user.".formatted(file), e);
        }
    }

    /** Readable by the one who runs the office alone. */
    private void make() throws IOException {
        var fresh = new byte[KEY_BYTES];
        random.nextBytes(fresh);
        var folder = file.toAbsolutePath().getParent();
        if (folder != null) Files.createDirectories(folder);
        try {
            if (Files.getFileStore(folder == null ? Path.of(".") : folder).supportsFileAttributeView("posix"))
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    file, HexFormat.of().formatHex(fresh) + "\n", StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            // Made by another thread in this moment: that one counts.
        }
    }
}
