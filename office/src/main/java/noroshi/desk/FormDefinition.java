package noroshi.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import noroshi.forms.Field;
import noroshi.forms.FieldType;
import noroshi.forms.Form;

/**
 * A form's definition as typed: rows of fields, of which those without a name are not meant.
 *
 * @param code "" until a new form is kept; @param version 0: a new one
 */
public record FormDefinition(
        String code, String series, String name, int version, List<Row> rows, String template, boolean happening) {

    static final int ROWS_MAX = Form.FIELDS_MAX + 5;
    private static final int EMPTY_ROWS = 3;

    /** @param options separated by 、 */
    public record Row(
            String id,
            String label,
            String type,
            boolean required,
            String max,
            String help,
            String options,
            boolean listed,
            String order) {

        static final Row EMPTY = new Row("", "", "text", false, "", "", "", false, "");

        static Row of(Field field, int order) {
            return new Row(
                    field.id(),
                    field.label(),
                    field.type().code(),
                    field.required(),
                    field.max() == 0 ? "" : String.valueOf(field.max()),
                    field.help(),
                    String.join("、", field.options()),
                    field.listed(),
                    String.valueOf(order * 10));
        }

        /** @param free a name for the values of a field that has none yet */
        Field field(String free) {
            return new Field(
                    id.matches("[a-z][a-z0-9-]{0,29}") ? id : free,
                    label,
                    FieldType.of(type).orElse(FieldType.TEXT),
                    required,
                    max.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(max) : 0,
                    help,
                    Arrays.stream(options.split("[、,\n]"))
                            .map(String::strip)
                            .filter(o -> !o.isEmpty())
                            .distinct()
                            .toList(),
                    listed);
        }
    }

    static FormDefinition of(Form form) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < form.fields().size(); i++)
            rows.add(Row.of(form.fields().get(i), i + 1));
        return new FormDefinition(
                form.code(),
                form.series(),
                form.name(),
                form.version(),
                withEmpty(rows),
                form.template(),
                form.happening());
    }

    static FormDefinition blank() {
        return new FormDefinition("", "", "", 0, withEmpty(List.of()), "", false);
    }

    private static List<Row> withEmpty(List<Row> rows) {
        var all = new ArrayList<>(rows);
        for (int i = 0; i < EMPTY_ROWS; i++) all.add(Row.EMPTY);
        return List.copyOf(all);
    }

    static FormDefinition read(Fields fields) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < ROWS_MAX; i++) {
            var at = "-" + i;
            var label = fields.text("label" + at).strip();
            if (label.isEmpty() || !fields.text("remove" + at).isEmpty()) continue;
            rows.add(new Row(
                    fields.text("id" + at),
                    label,
                    fields.text("type" + at),
                    !fields.text("required" + at).isEmpty(),
                    fields.text("max" + at).strip(),
                    fields.text("help" + at).strip(),
                    fields.text("options" + at).strip(),
                    !fields.text("listed" + at).isEmpty(),
                    fields.text("order" + at).strip()));
        }
        rows.sort(Comparator.comparingInt(
                row -> row.order().matches("[0-9]{1,6}") ? Integer.parseInt(row.order()) : 1_000_000));
        var version = fields.text("version");
        return new FormDefinition(
                fields.text("code"),
                fields.text("series"),
                fields.text("name").strip(),
                version.matches("[0-9]{1,6}") ? Integer.parseInt(version) : 0,
                withEmpty(rows),
                fields.text("template"),
                !fields.text("happening").isEmpty());
    }

    Form form() {
        var used = rows.stream().map(Row::id).collect(Collectors.toSet());
        var fields = new ArrayList<Field>();
        int number = 1;
        for (var row : rows) {
            if (row.label().isEmpty()) continue;
            while (used.contains("f" + number)) number++;
            var field = row.field("f" + number);
            used.add(field.id());
            fields.add(field);
        }
        return new Form(code.isEmpty() ? series : code, series, name, version, fields, template, happening);
    }
}
