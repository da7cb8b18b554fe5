package noroshi.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The body of an article from its typed values: a table of the short ones, sections for the long. Pure. */
public final class FormBody {

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([^{}\\n]{1,60}?)\\s*\\}\\}");
    private static final String TABLE = "項目";

    private FormBody() {}

    public static String of(Form form, Values values, Names names) {
        var text = form.template().isBlank() ? usual(form, values, names) : filled(form, values, names);
        var more = values.more().isBlank() ? "" : "\n\n" + values.more().strip();
        return (text + more).strip() + "\n";
    }

    private static String usual(Form form, Values values, Names names) {
        var blocks = new ArrayList<String>();
        var table = table(form, values, names);
        if (!table.isEmpty()) blocks.add(table);
        for (var field : form.fields())
            if (field.type().isSection() && !values.isEmpty(field))
                blocks.add("## " + ShownValue.cell(field.label()) + "\n\n" + section(field, values, names));
        return String.join("\n\n", blocks);
    }

    private static String table(Form form, Values values, Names names) {
        var lines = new ArrayList<String>();
        for (var field : form.fields())
            if (!field.type().isSection() && !values.isEmpty(field))
                lines.add("| %s | %s |"
                        .formatted(ShownValue.cell(field.label()), ShownValue.markdown(field, values, names)));
        return lines.isEmpty() ? "" : "| 項目 | 内容 |\n| --- | --- |\n" + String.join("\n", lines);
    }

    static String section(Field field, Values values, Names names) {
        return switch (field.type()) {
            case LONG -> values.part(field, 0).strip();
            case TABLE -> rows(field, values.part(field, 0));
            case TEXT,
                    DATE,
                    SPAN,
                    MONEY,
                    NUMBER,
                    PLACE,
                    FILE,
                    IMAGE,
                    CHOICE,
                    CHOICES,
                    ARTICLE,
                    DEPARTMENT,
                    EMAIL,
                    PHONE,
                    URL -> ShownValue.markdown(field, values, names);
        };
    }

    private static String rows(Field field, String value) {
        var lines = new ArrayList<String>();
        lines.add(line(field.options()));
        lines.add("|" + " --- |".repeat(field.options().size()));
        TableValue.rows(value, field.options().size()).forEach(row -> lines.add(line(row)));
        return String.join("\n", lines);
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells.stream().map(ShownValue::cell).toList()) + " |";
    }

    /** Empty values leave nothing; a line that held only such a place goes with it. */
    private static String filled(Form form, Values values, Names names) {
        var out = new ArrayList<String>();
        for (var line : form.template().split("\n")) {
            var text = PLACE.matcher(line)
                    .replaceAll(match -> Matcher.quoteReplacement(value(match.group(1), form, values, names)));
            if (!text.isBlank() || line.isBlank()) out.add(text);
        }
        return String.join("\n", out);
    }

    private static String value(String label, Form form, Values values, Names names) {
        if (label.equals(TABLE)) return table(form, values, names);
        return form.fields().stream()
                .filter(field -> field.label().equals(label))
                .findFirst()
                .filter(field -> !values.isEmpty(field))
                .map(field -> field.type().isSection()
                        ? section(field, values, names)
                        : ShownValue.markdown(field, values, names))
                .orElse("");
    }

    /** Labels in a template that no field has. */
    static List<String> unknown(Form form) {
        return PLACE.matcher(form.template())
                .results()
                .map(match -> match.group(1))
                .filter(label -> !label.equals(TABLE)
                        && form.fields().stream()
                                .noneMatch(field -> field.label().equals(label)))
                .distinct()
                .toList();
    }
}
