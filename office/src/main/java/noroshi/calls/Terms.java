package noroshi.calls;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a caller asks for, as words that are compared folded: full and half width, small and capital letters, both kana are one. Pure. */
public record Terms(List<String> words) {

    public static final int WORDS_MAX = 8;
    public static final int CHARACTERS_MAX = 60;
    /** Of a number by which somebody can be reached. */
    private static final int DIGITS_MIN = 5;

    private static final String NUMBER = "[0-9()+./-]+";

    public Terms {
        words = List.copyOf(words);
    }

    public static Terms of(String typed) {
        var folded = fold(typed.length() > CHARACTERS_MAX ? typed.substring(0, CHARACTERS_MAX) : typed);
        return new Terms(Arrays.stream(folded.strip().split("[\\s、，,]+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(WORDS_MAX)
                .toList());
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** Whether the texts together hold every word. */
    public boolean matches(String... texts) {
        var folded = fold(String.join("\n", texts));
        return words.stream().allMatch(folded::contains);
    }

    /** What the log keeps: nothing that could be a caller's number, also in groups (090 1234 5678), or address of mail. */
    public String kept() {
        long inGroups = words.stream()
                .filter(word -> word.matches(NUMBER))
                .mapToLong(Terms::digits)
                .sum();
        return String.join(
                " ",
                words.stream()
                        .filter(word -> !word.contains("@") && digits(word) < DIGITS_MIN)
                        .filter(word -> inGroups < DIGITS_MIN || !word.matches(NUMBER))
                        .toList());
    }

    private static long digits(String word) {
        return word.chars().filter(Character::isDigit).count();
    }

    private static String fold(String text) {
        var normal = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var folded = new StringBuilder(normal.length());
        for (char c : normal.toCharArray()) folded.append(c >= 'ァ' && c <= 'ヶ' ? (char) (c - 'ァ' + 'ぁ') : c);
        return folded.toString();
    }
}
