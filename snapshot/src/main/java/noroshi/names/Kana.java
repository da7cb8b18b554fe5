package noroshi.names;

import java.text.Normalizer;
import java.util.Locale;

/** Width, case and syllabary folded: ﾔﾏﾀﾞ, ヤマダ and やまだ are one. */
public final class Kana {
    private static final String FOLDED_FROM = "ぢづゐゑゎゕゖ";
    private static final String FOLDED_TO = "じずいえわかけ";

    private Kana() {}

    /**
     * Full width, upper case, hiragana, old kana as today's, runs of spaces as one, no digits (an age typed beside the name).
     * Chinese characters stay as they are.
     */
    public static String normal(String typed) {
        String text = Normalizer.isNormalized(typed, Normalizer.Form.NFKC)
                ? typed
                : Normalizer.normalize(typed, Normalizer.Form.NFKC);
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = folded(hiragana(text.charAt(i)));
            boolean space = Character.isWhitespace(c) || c == '・' || c == '･' || c == ',' || c == '、' || c == '=';
            if (c >= '0' && c <= '9') {
                continue;
            }
            if (!space) {
                out.append(c);
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        return out.toString().strip().toUpperCase(Locale.ROOT);
    }

    /** Katakana to hiragana; everything else, also the mark of a long vowel, stays. */
    public static String hiragana(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            out.append(hiragana(text.charAt(i)));
        }
        return out.toString();
    }

    private static char hiragana(char c) {
        return (c >= 'ァ' && c <= 'ヶ') || c == 'ヽ' || c == 'ヾ' ? (char) (c - 0x60) : c;
    }

    private static char folded(char c) {
        int at = FOLDED_FROM.indexOf(c);
        return at < 0 ? c : FOLDED_TO.charAt(at);
    }

    static boolean isKana(int c) {
        return (c >= 'ぁ' && c <= 'ゖ') || (c >= 'ァ' && c <= 'ヺ') || c == 'ー' || c == 'ゝ' || c == 'ゞ';
    }

    /** Chinese characters of every plane, and the signs that stand for one (々, 〆). */
    static boolean isIdeograph(int c) {
        return Character.isIdeographic(c) || c == '々' || c == '〆' || c == '〇';
    }

    static boolean hasIdeograph(String text) {
        return text.codePoints().anyMatch(Kana::isIdeograph);
    }
}
