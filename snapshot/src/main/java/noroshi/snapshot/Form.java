package noroshi.snapshot;

import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * What a POST to a page may carry.
 *
 * @param name         unique in the snapshot, e.g. "inquiry/040002/kouhou"
 * @param acceptedPath path in the page's site that answers 200 once the Letter is kept
 * @param refusedPath  path in the page's site that answers 422 with the blank "problems"
 */
public record Form(String name, List<Field> fields, String acceptedPath, String refusedPath) {
    public static final int FIELDS_MAX = 100;
    public static final int OPTIONS_MAX = 1000;
    public static final int FIELD_CHARACTERS_MAX = 20_000;

    public enum Kind {
        /** One line. */
        TEXT,
        /** Several lines. */
        LONGTEXT,
        EMAIL,
        /** One of the options. */
        CHOICE,
        /** Any of the options; they travel as lines of one value. */
        CHOICES,
        /** Printable ASCII without spaces that a link carried, e.g. the token of a confirmation. */
        TOKEN
    }

    /** {@code label} is what people read ("お名前"), also in the list of problems. */
    public record Field(
            String name, String label, Kind kind, boolean required, int charactersMax, List<String> options) {
        public Field {
            options = List.copyOf(options);
            require(
                    name.matches("[A-Za-z0-9._-]{1,100}"),
                    "A field name is 1 to 100 of A-Z a-z 0-9 . _ -, not '" + name + "'");
            require(
                    charactersMax > 0 && charactersMax <= FIELD_CHARACTERS_MAX,
                    "charactersMax of " + name + " is 1 to " + FIELD_CHARACTERS_MAX + ", not " + charactersMax);
            require(options.size() <= OPTIONS_MAX, "At most " + OPTIONS_MAX + " options in " + name);
        }
    }

    /** Why a field was refused: {@code text} is a whole Japanese sentence that says what to do. */
    public record Problem(String field, String label, String text) {}

    /** The outcome of {@link #check}. */
    public sealed interface Checked {
        /** The form's own fields, cleaned (NFC, outer spaces and CR gone); empty ones are left out. */
        record Accepted(Map<String, String> fields) implements Checked {}

        record Refused(List<Problem> problems) implements Checked {}
    }

    public Form {
        fields = List.copyOf(fields);
        require(!name.isEmpty() && name.length() <= 255, "A form's name has 1 to 255 characters, not '" + name + "'");
        require(fields.size() <= FIELDS_MAX, "A form has at most " + FIELDS_MAX + " fields, not " + fields.size());
        require(
                fields.stream().map(Field::name).allMatch(new HashSet<>()::add),
                "Two fields of " + name + " share a name");
        require(acceptedPath.startsWith("/") && refusedPath.startsWith("/"), "The paths of " + name + " start with /");
    }

    /** Holds what a POST carried (body and query) against this form; fields the form does not know are dropped. */
    public Checked check(Map<String, List<String>> sent) {
        return FormCheck.check(this, sent);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
