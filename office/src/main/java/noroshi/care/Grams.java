package noroshi.care;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Japanese without a dictionary: a text is found by each of its characters and each two neighbours, as numbers an index can hold.
 *
 * <p>Folding keeps every character at its place (so a hit in the folded text is a hit in the shown one): full and half width, capital and
 * small letters, katakana and hiragana are one.
 */
final class Grams {

    private Grams() {}

    /** As it is shown and kept: half-width katakana with their marks become one character each, runs of blanks one. */
    static String shown(String text) {
        var composed = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '\uFF61' && c <= '\uFF9F') {
                int end = i + 1;
                while (end < text.length() && (text.charAt(end) == '\uFF9E' || text.charAt(end) == '\uFF9F')) end++;
                composed.append(Normalizer.normalize(text.substring(i, end), Normalizer.Form.NFKC));
                i = end - 1;
            } else if (c != '\u0000') composed.append(c);
        }
        return composed.toString().replaceAll("[\\s\\u3000]+", " ").strip();
    }

    /** Of the same length as the text. */
    static String folded(String text) {
        var folded = new char[text.length()];
        for (int i = 0; i < folded.length; i++) folded[i] = folded(text.charAt(i));
        return new String(folded);
    }

    private static char folded(char c) {
        if (c < 0x80) return Character.toLowerCase(c);
        if (c >= '\u30A1' && c <= '\u30F6') return (char) (c - 0x60); // katakana → hiragana
        if (Character.isSurrogate(c)) return c;
        if (c >= '\uFF01' && c <= '\uFF5E') return Character.toLowerCase((char) (c - 0xFEE0));
        if (c == '\u3000') return ' ';
        var simple = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
        var lower = simple.toLowerCase(Locale.ROOT);
        return lower.length() == 1 ? lower.charAt(0) : c;
    }

    /** Whose text it is, as one more number: below every pair that text has. */
    static int government(String code) {
        return -Integer.parseInt(code);
    }

    /** Every character and every two neighbours of a folded text, each once, ascending, and whose it is. Blanks part words. */
    static int[] of(String government, String folded) {
        var grams = new int[2 * folded.length() + 1];
        int count = 0;
        grams[count++] = government(government);
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c == ' ' || c == '\n') continue;
            grams[count++] = c;
            if (i + 1 < folded.length() && folded.charAt(i + 1) != ' ' && folded.charAt(i + 1) != '\n')
                grams[count++] = pair(c, folded.charAt(i + 1));
        }
        return IntStream.of(Arrays.copyOf(grams, count)).sorted().distinct().toArray();
    }

    /** Those that a text containing the word must have: pairs, or the character alone. */
    static int[] ofWord(String folded) {
        if (folded.length() == 1) return new int[] {folded.charAt(0)};
        return IntStream.range(0, folded.length() - 1)
                .filter(i -> folded.charAt(i) != ' ' && folded.charAt(i + 1) != ' ')
                .map(i -> pair(folded.charAt(i), folded.charAt(i + 1)))
                .distinct()
                .toArray();
    }

    private static int pair(char a, char b) {
        return a << 16 | b;
    }
}
