package noroshi.desk;

import java.util.ArrayList;
import java.util.List;

/**
 * What differs between two texts, word by word. Japanese writes no spaces: a word is a run of one kind of letter (kanji, hiragana,
 * katakana, Latin, digits), which comes close to what readers take as one. Pure.
 */
public final class WordDiff {

    private enum Kind {
        KANJI,
        HIRAGANA,
        KATAKANA,
        LATIN,
        DIGIT,
        OTHER
    }

    private WordDiff() {}

    /** The text cut into words; joined they are the text. */
    static List<String> words(String text) {
        var words = new ArrayList<String>();
        int from = 0;
        for (int to = 0; to < text.length(); ) {
            int letter = text.codePointAt(to);
            int next = to + Character.charCount(letter);
            boolean ends =
                    next >= text.length() || kind(letter) == Kind.OTHER || kind(text.codePointAt(next)) != kind(letter);
            if (ends) {
                words.add(text.substring(from, next));
                from = next;
            }
            to = next;
        }
        return List.copyOf(words);
    }

    private static Kind kind(int letter) {
        // The long vowel mark and the repetition mark belong to what they stand in.
        if (letter == 'ー') return Kind.KATAKANA;
        if (letter == '々') return Kind.KANJI;
        if (Character.isDigit(letter)) return Kind.DIGIT;
        return switch (Character.UnicodeScript.of(letter)) {
            case HAN -> Kind.KANJI;
            case HIRAGANA -> Kind.HIRAGANA;
            case KATAKANA -> Kind.KATAKANA;
            case LATIN -> Kind.LATIN;
            default -> Kind.OTHER;
        };
    }

    /** A piece of a text that stands in both, in the older only, or in the newer only. */
    public record Piece(ArticleDiff.Kind kind, String text) {}

    static List<Piece> pieces(String before, String after) {
        var pieces = new ArrayList<Piece>();
        for (var edit : Edits.between(words(before), words(after))) {
            var last = pieces.isEmpty() ? null : pieces.getLast();
            if (last != null && last.kind() == edit.kind())
                pieces.set(pieces.size() - 1, new Piece(last.kind(), last.text() + edit.word()));
            else pieces.add(new Piece(edit.kind(), edit.word()));
        }
        return List.copyOf(pieces);
    }
}
