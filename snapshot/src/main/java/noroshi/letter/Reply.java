package noroshi.letter;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The answer to a Letter, readable at any beacon by the code's holder only. Name and key come from the code by HKDF, so
 * the snapshot tells neither whose it is nor what it says.
 */
public final class Reply {
    public static final int BYTES_MAX = 1 << 20;
    private static final byte[] SALT = "noroshi reply 1".getBytes(StandardCharsets.US_ASCII);
    private static final int MARK = 0x4E525031;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private Reply() {}

    /** The record's path in the site the Letter was sent to: "/reply/" and 32 hexadecimal digits. */
    public static String path(String code) {
        return "/reply/" + HexFormat.of().formatHex(derive(code, "name"));
    }

    /** Encrypts a whole page: mark "NRP1" | 12 bytes nonce | AES-128-GCM ciphertext, bound to the path. */
    public static byte[] close(String code, byte[] page, SecureRandom random) {
        if (page.length > BYTES_MAX) {
            throw new IllegalArgumentException(
                    "A reply of %d bytes is over the limit of %d".formatted(page.length, BYTES_MAX));
        }
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            return new Out()
                    .u32(MARK)
                    .bytes(nonce)
                    .bytes(cipher(Cipher.ENCRYPT_MODE, code, nonce).doFinal(page))
                    .toBytes();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Closing a reply failed", e);
        }
    }

    /** The page; a wrong code or changed byte is a {@link LetterBroken}. */
    public static byte[] open(String code, byte[] closed) {
        In in = new In(closed);
        in.mark(MARK);
        byte[] nonce = in.bytes(NONCE_BYTES);
        try {
            return cipher(Cipher.DECRYPT_MODE, code, nonce).doFinal(in.bytes(closed.length - 4 - NONCE_BYTES));
        } catch (GeneralSecurityException e) {
            throw new LetterBroken("The reply does not open with this code", e);
        }
    }

    private static Cipher cipher(int mode, String code, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(derive(code, "key"), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(path(code).getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    private static byte[] derive(String code, String purpose) {
        String printed = Receipt.code(code);
        if (printed == null) {
            throw new LetterBroken("This is not a receipt code; check what was typed with Receipt.code first");
        }
        byte[] digits = printed.replace("-", "").getBytes(StandardCharsets.US_ASCII);
        byte[] info = purpose.getBytes(StandardCharsets.US_ASCII);
        try {
            return Hpke.derive(
                    HKDFParameterSpec.ofExtract().addIKM(digits).addSalt(SALT).thenExpand(info, 16));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK 25 has HKDF-SHA256", e);
        }
    }
}
