package noroshi.shelters;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;

/** The code of a shelter's sheet: 12 characters of Crockford's base 32 (60 random bits), typed by tired people on small keys. */
final class PassCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int CHARACTERS = 12;

    private PassCode() {}

    /** ABCD-EFGH-JKMN */
    static String random(SecureRandom random) {
        var code = new StringBuilder();
        for (int i = 0; i < CHARACTERS; i++) {
            if (i > 0 && i % 4 == 0) code.append('-');
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** However it was typed: wide letters, small letters, spaces, O for 0, I and L for 1. */
    static String typed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    static byte[] hash(String government, String typed) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(("noroshi shelter pass 1\n" + government + "\n" + typed).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
