package noroshi.persons;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that someone said of a person at one time.
 *
 * @param place a shelter's name, or where the person was seen
 * @param contact the author's; never published
 * @param officer who entered it; null: it came in by import or from a beacon
 */
public record PersonNote(
        String record,
        Happening happening,
        NoteStatus status,
        String place,
        String words,
        String author,
        String contact,
        Instant saidAt,
        Instant enteredAt,
        @Nullable Long officer) {

    static final int WORDS_CHARACTERS_MAX = 4_000;
    static final int PLACE_CHARACTERS_MAX = 200;
    static final int AUTHOR_CHARACTERS_MAX = 100;

    /** @throws IllegalArgumentException with a Japanese sentence */
    public PersonNote {
        place = limited("場所", Words.line(place), PLACE_CHARACTERS_MAX);
        words = limited("内容", Words.lines(words), WORDS_CHARACTERS_MAX);
        author = limited("書いた人", Words.line(author), AUTHOR_CHARACTERS_MAX);
        contact = limited("連絡先", Words.line(contact), AUTHOR_CHARACTERS_MAX * 2);
    }

    private static String limited(String what, String text, int charactersMax) {
        if (text.length() > charactersMax)
            throw new IllegalArgumentException("%sは%d字までです".formatted(what, charactersMax));
        return text;
    }
}
