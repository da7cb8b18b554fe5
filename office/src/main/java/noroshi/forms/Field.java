package noroshi.forms;

import static noroshi.platform.Require.require;

import java.util.List;

/**
 * A field of a form.
 *
 * @param id names its values for ever: letters, digits and hyphens
 * @param max of characters; 0: the type's own limit
 * @param options choices, or the columns of a table
 * @param listed shown in the tables of all entries
 */
public record Field(
        String id,
        String label,
        FieldType type,
        boolean required,
        int max,
        String help,
        List<String> options,
        boolean listed) {

    public static final int LABEL_CHARACTERS_MAX = 40;
    public static final int HELP_CHARACTERS_MAX = 200;
    public static final int OPTIONS_MAX = 50;

    public Field {
        require(id.matches("[a-z][a-z0-9-]{0,29}"), "field id (%s)", id);
        options = List.copyOf(options);
    }

    /** Characters that a value may have. */
    public int charactersMax() {
        if (max > 0) return max;
        return switch (type) {
            case LONG, TABLE -> 20_000;
            case TEXT, PLACE, URL -> 500;
            case DATE, SPAN, MONEY, NUMBER, FILE, IMAGE, CHOICE, CHOICES, ARTICLE, DEPARTMENT, EMAIL, PHONE -> 300;
        };
    }
}
