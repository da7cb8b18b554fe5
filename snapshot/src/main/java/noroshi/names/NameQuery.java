package noroshi.names;

import java.util.ArrayList;
import java.util.List;

/**
 * What someone typed, in normal form. Words are cut at spaces and where characters meet kana or letters.
 *
 * @param written everything typed, joined
 */
record NameQuery(String written, List<String> words) {
    static final int QUERY_CHARACTERS_MAX = 100;
    private static final int WORDS_MAX = 4;

    static NameQuery of(String typed) {
        String cut = typed.length() > QUERY_CHARACTERS_MAX ? typed.substring(0, QUERY_CHARACTERS_MAX) : typed;
        String normal = OldForms.withoutSelectors(Kana.normal(cut));
        List<String> words = new ArrayList<>();
        for (String word : normal.split(" ", -1)) {
            scripts(word, words);
        }
        return new NameQuery(
                normal.replace(" ", ""), words.stream().limit(WORDS_MAX).toList());
    }

    /** 山田たろう is two words; so is やまだ太郎. Kana between characters (三ヶ島) belongs to them. */
    private static void scripts(String word, List<String> words) {
        int first = -1;
        int last = -1;
        for (int i = 0; i < word.length(); i += Character.charCount(word.codePointAt(i))) {
            if (Kana.isIdeograph(word.codePointAt(i))) {
                first = first < 0 ? i : first;
                last = i + Character.charCount(word.codePointAt(i));
            }
        }
        if (first < 0) {
            add(word, words);
            return;
        }
        add(word.substring(0, first), words);
        add(word.substring(first, last), words);
        add(word.substring(last), words);
    }

    private static void add(String word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word);
        }
    }

    /** In letters that every kana may stand for: then nobody is nearer than the others. */
    boolean isLatin() {
        return written.chars().allMatch(c -> c < 0x250);
    }

    boolean hasIdeograph() {
        return Kana.hasIdeograph(written);
    }
}
