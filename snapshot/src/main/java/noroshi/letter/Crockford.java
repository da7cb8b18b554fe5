package noroshi.letter;

import java.text.Normalizer;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Crockford's base 32: no letter that is easily taken for another one; what people mistype is read as meant. */
final class Crockford {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private Crockford() {}

    static String random(int digits, RandomGenerator random) {
        StringBuilder text = new StringBuilder(digits);
        for (int i = 0; i < digits; i++) {
            text.append(DIGITS.charAt(random.nextInt(32)));
        }
        return text.toString();
    }

    /** Weights are odd, so every single wrong digit changes it, and nearly every swap of neighbours. */
    static char check(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (2 * i + 1) * DIGITS.indexOf(digits.charAt(i));
        }
        return DIGITS.charAt(sum & 31);
    }

    static String grouped(String digits, int width) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < digits.length(); i += width) {
            text.append(i == 0 ? "" : "-").append(digits, i, Math.min(digits.length(), i + width));
        }
        return text.toString();
    }

    /** Full-width, lower case, spaces, any dash, O, I, L: read as meant. Null if something else stands there. */
    static @Nullable String read(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}ー−]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return text.chars().allMatch(c -> DIGITS.indexOf(c) >= 0) ? text : null;
    }
}
