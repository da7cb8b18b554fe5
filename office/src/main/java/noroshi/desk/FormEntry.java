package noroshi.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import noroshi.forms.Field;
import noroshi.forms.FieldType;
import noroshi.forms.Form;
import noroshi.forms.Values;

/**
 * An article of a form as typed: its words and its typed fields.
 *
 * @param basedOn the edition the officer began with; 0: a new article
 */
public record FormEntry(
        Form form,
        int basedOn,
        String title,
        String summary,
        String department,
        Values values,
        String change,
        String correction,
        String once) {

    static FormEntry blank(Form form, String department, String once) {
        return new FormEntry(form, 0, "", "", department, Values.NONE, "update", "", once);
    }

    static FormEntry read(Form form, Fields fields) {
        var parts = new LinkedHashMap<String, List<String>>();
        for (var field : form.fields()) parts.put(field.id(), parts(field, fields));
        var basedOn = fields.text("basedOn");
        return new FormEntry(
                form,
                basedOn.matches("[0-9]{1,9}") ? Integer.parseInt(basedOn) : 0,
                fields.text("title").strip(),
                fields.text("summary").strip(),
                fields.text("department"),
                new Values(parts, fields.text("more")),
                fields.text("change"),
                fields.text("correction").strip(),
                fields.text("once"));
    }

    private static List<String> parts(Field field, Fields fields) {
        var name = "field-" + field.id();
        if (field.type() == FieldType.CHOICES) return fields.list(name);
        var parts = new ArrayList<String>();
        for (int i = 0; i < count(field.type()); i++) {
            var text = fields.text(i == 0 ? name : name + "-" + i).strip();
            parts.add(field.type() == FieldType.MONEY || field.type() == FieldType.NUMBER ? number(text) : text);
        }
        return parts.stream().allMatch(String::isEmpty) ? List.of() : parts;
    }

    private static int count(FieldType type) {
        return switch (type) {
            case SPAN, IMAGE -> 2;
            case PLACE -> 3;
            case TEXT,
                    LONG,
                    DATE,
                    MONEY,
                    NUMBER,
                    FILE,
                    CHOICE,
                    CHOICES,
                    TABLE,
                    ARTICLE,
                    DEPARTMENT,
                    EMAIL,
                    PHONE,
                    URL -> 1;
        };
    }

    /** 1,200円 and １２００ are how people write numbers. */
    private static String number(String typed) {
        var plain = java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFKC);
        return plain.replaceAll("[,、\\s]|円$", "");
    }

    FormEntry with(Values values) {
        return new FormEntry(form, basedOn, title, summary, department, values, change, correction, once);
    }

    public boolean isNew() {
        return basedOn == 0;
    }

    public String part(Field field, int index) {
        return values.part(field, index);
    }

    public boolean has(Field field, String choice) {
        return values.of(field).contains(choice);
    }
}
