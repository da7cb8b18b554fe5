package noroshi.names;

import java.text.Normalizer;
import java.util.List;

/**
 * How a name sounds, in letters: the same for kana and for romaji in Hepburn's, the cabinet's (Kunrei) and the Nihon-shiki
 * system, with and without long vowels. Two names may sound alike that differ (おの, おおの): ranking tells them apart.
 */
public final class Sound {
    private Sound() {}

    /** {@code words} in normal form (see {@link Kana#normal}) without spaces, in the order in which they are spoken. */
    public static String of(List<String> words) {
        StringBuilder whole = new StringBuilder();
        for (String word : words) {
            whole.append(folded(Romaji.letters(word)));
        }
        return folded(whole.toString());
    }

    static String of(String word) {
        return folded(Romaji.letters(word));
    }

    static String of(String first, String second) {
        return folded(of(first) + of(second));
    }

    /** Each letter is decided by itself, the letter after it and what was written last. */
    private static String folded(String letters) {
        String text = plain(letters);
        StringBuilder out = new StringBuilder(text.length() + 4);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            char last = out.isEmpty() ? ' ' : out.charAt(out.length() - 1);
            switch (c) {
                case 'A', 'I', 'U', 'E', 'O' -> vowel(out, c, last);
                case 'L' -> out.append('R');
                case 'V' -> out.append('B');
                case 'S', 'T', 'C', 'Z', 'D', 'J' ->
                    i += sibilant(out, c, next, i + 2 < text.length() ? text.charAt(i + 2) : ' ');
                case 'H' -> breath(out, last, next);
                case 'M' -> out.append("BPM".indexOf(next) >= 0 ? 'N' : 'M');
                case 'W' -> out.append(next == 'A' ? "W" : "");
                default -> out.append(isSpoken(c) ? String.valueOf(c) : "");
            }
        }
        return out.toString();
    }

    /** Apostrophes, full stops and every kind of dash are only seen. */
    private static boolean isSpoken(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }

    /** ō, ô, ou, oo are o; aa, ii, uu, ee are one vowel. */
    private static void vowel(StringBuilder out, char c, char last) {
        if (c != last && !(c == 'U' && last == 'O')) {
            out.append(c);
        }
    }

    /** si shi, ti chi, tu tsu, zi ji di, du zu, sya sha, tya cya cha, zya jya dya ja. Returns how many letters more were used. */
    private static int sibilant(StringBuilder out, char c, char next, char after) {
        switch (c) {
            case 'S' -> out.append(next == 'I' || next == 'Y' ? "SH" : "S");
            case 'T' -> out.append(next == 'I' || next == 'Y' ? "CH" : next == 'U' ? "TS" : "T");
            case 'C' -> out.append(next == 'Y' ? "CH" : next == 'C' ? "T" : "C");
            case 'J' -> out.append('J');
            case 'Z' -> out.append(next == 'I' || next == 'Y' || (next == 'Z' && "IY".indexOf(after) >= 0) ? 'J' : 'Z');
            default -> out.append(next == 'I' || next == 'Y' ? "J" : next == 'U' ? "Z" : next == 'Z' ? "" : "D");
        }
        return next == 'Y' ? 1 : 0;
    }

    /** hu is fu; an h that draws out the vowel before it (Ohta, Satoh) is not spoken. */
    private static void breath(StringBuilder out, char last, char next) {
        if (last == 'S' || last == 'C') {
            out.append('H');
        } else if (next == 'U') {
            out.append('F');
        } else if ("AIEOY".indexOf(next) >= 0) {
            out.append('H');
        }
    }

    private static String plain(String letters) {
        for (int i = 0; i < letters.length(); i++) {
            if (letters.charAt(i) > 0x7F) {
                return Normalizer.normalize(letters, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
            }
        }
        return letters;
    }
}
