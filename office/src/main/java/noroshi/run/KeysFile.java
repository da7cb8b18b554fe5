package noroshi.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The file of keys that belongs to a backup and is kept apart from it: one line of head, then the bytes, encrypted under a
 * passphrase (PBKDF2 with HMAC-SHA-512, AES-256 in GCM, the head is authenticated) or in the clear.
 */
final class KeysFile {

    /** OWASP asks for 210,000; this takes about half a second on a small computer. */
    static final int ROUNDS = 600_000;

    private static final int ROUNDS_MAX = 10_000_000;
    private static final int SALT_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int HEAD_BYTES_MAX = 300;
    private static final String CLEAR = "noroshi-keys 1 clear\n";
    private static final String CLOSED = "noroshi-keys 1 pbkdf2-hmac-sha512 ";

    private KeysFile() {}

    /** @param passphrase null: in the clear; the array is left as it is */
    static void write(Path file, byte[] plain, char @Nullable [] passphrase, SecureRandom random) {
        var bytes = passphrase == null ? concat(CLEAR, plain) : close(plain, passphrase, random);
        try {
            Files.deleteIfExists(file);
            try (var channel = Files.newByteChannel(
                    file,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
                var rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) channel.write(rest);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    static byte[] read(Path file, char @Nullable [] passphrase) {
        try {
            var bytes = Files.readAllBytes(file);
            var head = head(bytes, file);
            var body = Arrays.copyOfRange(bytes, head.length(), bytes.length);
            if (head.equals(CLEAR)) return body;
            if (!head.startsWith(CLOSED))
                throw new Refusal("%s has a format this program does not know: %s", file, head.strip());
            if (passphrase == null)
                throw new Refusal("%s is encrypted. Give the passphrase: --passphrase-file FILE.", file);
            return open(head, body, passphrase);
        } catch (AEADBadTagException e) {
            throw new Refusal("The passphrase does not open %s, or the file is damaged.", file);
        } catch (IOException | GeneralSecurityException e) {
            throw new Refusal("Cannot read %s: %s", file, e.getMessage());
        }
    }

    private static byte[] close(byte[] plain, char[] passphrase, SecureRandom random) {
        var salt = new byte[SALT_BYTES];
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(salt);
        random.nextBytes(nonce);
        var hex = HexFormat.of();
        var head = CLOSED + ROUNDS + " " + hex.formatHex(salt) + " " + hex.formatHex(nonce) + "\n";
        try {
            return concat(
                    head,
                    cipher(Cipher.ENCRYPT_MODE, head, key(passphrase, salt, ROUNDS), nonce)
                            .doFinal(plain));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES in GCM", e);
        }
    }

    private static byte[] open(String head, byte[] body, char[] passphrase) throws GeneralSecurityException {
        var words = head.substring(CLOSED.length()).strip().split(" ", -1);
        if (words.length != 3 || !words[0].matches("[0-9]{1,8}") || Integer.parseInt(words[0]) > ROUNDS_MAX)
            throw new GeneralSecurityException("its head is damaged");
        var hex = HexFormat.of();
        try {
            var key = key(passphrase, hex.parseHex(words[1]), Integer.parseInt(words[0]));
            return cipher(Cipher.DECRYPT_MODE, head, key, hex.parseHex(words[2]))
                    .doFinal(body);
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("its head is damaged", e);
        }
    }

    private static Cipher cipher(int mode, String head, SecretKey key, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(head.getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    private static SecretKey key(char[] passphrase, byte[] salt, int rounds) throws GeneralSecurityException {
        var spec = new PBEKeySpec(passphrase, salt, rounds, 256);
        try {
            return new SecretKeySpec(
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                            .generateSecret(spec)
                            .getEncoded(),
                    "AES");
        } finally {
            spec.clearPassword();
        }
    }

    private static String head(byte[] bytes, Path file) {
        for (int i = 0; i < Math.min(bytes.length, HEAD_BYTES_MAX); i++)
            if (bytes[i] == '\n') return new String(bytes, 0, i + 1, StandardCharsets.US_ASCII);
        throw new Refusal("%s is no file of keys.", file);
    }

    private static byte[] concat(String head, byte[] body) {
        var start = head.getBytes(StandardCharsets.US_ASCII);
        var all = Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }
}
