package noroshi.publishing;

import java.util.List;
import java.util.Optional;
import noroshi.publishing.Outcome.Problem;

/** What officers say with an act: it stands on screens, in mails and in the record for good, so it is no place for a book. */
final class Said {

    static final int CHARACTERS_MAX = 2_000;

    private Said() {}

    /** @param field of the form that it was typed in */
    static Optional<Outcome> tooLong(String field, String words) {
        if (words.length() <= CHARACTERS_MAX) return Optional.empty();
        return Optional.of(new Outcome.Invalid(
                List.of(new Problem(field, "%,d文字あります。%,d文字以内にしてください。".formatted(words.length(), CHARACTERS_MAX)))));
    }
}
