package noroshi.channels;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes the secret addresses that stand in mails: 192 bits, computed from a key and what the token is for, so that a mail
 * that is tried again carries the same one. The database keeps only SHA-256 of them: whoever reads it can confirm nothing,
 * and tokens already sent stay good if the key is ever lost.
 */
final class Tokens {

    private static final int KEY_BYTES = 32;
    private static final int TOKEN_BYTES = 24;
    private static final int TOKEN_CHARACTERS_MAX = 200;

    private final SecretKeySpec key;

    Tokens(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** Reads the key, or makes it the first time. */
    static Tokens kept(Path keys, SecureRandom random) {
        var file = keys.resolve("mail-token.key");
        try {
            Files.createDirectories(keys);
            if (!Files.exists(file)) create(file, random);
            return new Tokens(HexFormat.of().parseHex(Files.readString(file).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException("The key of mail tokens %s cannot be read or made.".formatted(file), e);
        }
    }

    private static void create(Path file, SecureRandom random) throws IOException {
        var bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        // Written aside and moved: a crash leaves no half of a key.
        var half = Files.createTempFile(
                file.getParent(),
                "mail-token",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(half, HexFormat.of().formatHex(bytes));
        try {
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException another) {
            Files.delete(half);
        }
    }

    String confirmation(long delivery) {
        return token("confirmation:" + delivery);
    }

    String unsubscription(String government, long subscriber) {
        return token("unsubscription:" + government + ":" + subscriber);
    }

    /** The same work for every text, known or not. */
    static byte[] hash(String token) {
        var shortened = token.length() <= TOKEN_CHARACTERS_MAX ? token : token.substring(0, TOKEN_CHARACTERS_MAX);
        try {
            return MessageDigest.getInstance("SHA-256").digest(shortened.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String token(String purpose) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            var bytes = mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(java.util.Arrays.copyOf(bytes, TOKEN_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
