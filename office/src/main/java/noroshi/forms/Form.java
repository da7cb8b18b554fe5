package noroshi.forms;

import java.util.List;
import java.util.Optional;

/**
 * A form's definition in one of its versions.
 *
 * @param template Markdown with {@code {{label}}} for a value and {@code {{項目}}} for the table of all short ones; "": the usual order
 * @param happening the first field of time says when the event takes place, for calendars
 */
public record Form(
        String code, String series, String name, int version, List<Field> fields, String template, boolean happening) {

    public static final int FIELDS_MAX = 40;
    public static final int NAME_CHARACTERS_MAX = 40;
    public static final int TEMPLATE_CHARACTERS_MAX = 10_000;

    public Form {
        fields = List.copyOf(fields);
    }

    public Optional<Field> find(String id) {
        return fields.stream().filter(field -> field.id().equals(id)).findFirst();
    }

    public List<Field> listed() {
        return fields.stream().filter(Field::listed).toList();
    }

    /** What entries are first ordered by: the first date, else the first listed field that can be. */
    public Optional<Field> order() {
        return fields.stream()
                .filter(Field::listed)
                .filter(field -> field.type() == FieldType.DATE || field.type() == FieldType.SPAN)
                .findFirst()
                .or(() -> listed().stream()
                        .filter(field -> field.type().isSortable())
                        .findFirst());
    }
}
