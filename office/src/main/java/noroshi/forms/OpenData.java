package noroshi.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import noroshi.platform.CsvLines;

/** The public entries for other programs: CSV and JSON. Pure. */
final class OpenData {

    private OpenData() {}

    static String csv(Form form, List<Entry> entries, Names names, String base) {
        var out = new CsvLines();
        var head = new ArrayList<>(List.of("番号", "題名", "URL"));
        for (var field : form.fields()) {
            head.add(field.label());
            if (field.type() == FieldType.SPAN) head.add(field.label() + "（終了）");
            if (field.type() == FieldType.PLACE) head.addAll(List.of(field.label() + "（緯度）", field.label() + "（経度）"));
        }
        head.add("更新日時");
        out.row(head.toArray());
        for (var entry : entries) {
            var row = new ArrayList<String>();
            row.add(String.valueOf(entry.article()));
            row.add(entry.title());
            row.add("%s/%s/%d".formatted(base, form.series(), entry.article()));
            for (var field : form.fields()) cells(field, entry.values(), names, row);
            row.add(entry.changedAt().toString());
            out.row(row.toArray());
        }
        return out.toString();
    }

    private static void cells(Field field, Values values, Names names, List<String> row) {
        switch (field.type()) {
            case SPAN -> {
                row.add(values.part(field, 0));
                row.add(values.part(field, 1));
            }
            case PLACE -> {
                for (int i = 0; i < 3; i++) row.add(values.part(field, i));
            }
            case TEXT, LONG, DATE, MONEY, NUMBER, CHOICE, TABLE, EMAIL, PHONE, URL -> row.add(values.part(field, 0));
            case FILE, IMAGE, CHOICES, ARTICLE, DEPARTMENT -> row.add(ShownValue.plain(field, values, names));
        }
    }

    static String json(Form form, List<Entry> entries, Names names, String base) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var entry : entries) {
            var row = new LinkedHashMap<String, Object>();
            row.put("id", entry.article());
            row.put("title", entry.title());
            row.put("url", "%s/%s/%d".formatted(base, form.series(), entry.article()));
            for (var field : form.fields())
                if (!entry.values().isEmpty(field)) row.put(field.label(), value(field, entry.values(), names));
            row.put("updatedAt", entry.changedAt().toString());
            rows.add(row);
        }
        return FormJson.any(Map.of("form", form.name(), "version", form.version(), "entries", rows)) + "\n";
    }

    private static Object value(Field field, Values values, Names names) {
        return switch (field.type()) {
            case MONEY ->
                values.part(field, 0).matches("[0-9]{1,15}")
                        ? (Object) Long.valueOf(values.part(field, 0))
                        : values.part(field, 0);
            case SPAN -> Map.of("from", values.part(field, 0), "to", values.part(field, 1));
            case PLACE ->
                Map.of(
                        "address",
                        values.part(field, 0),
                        "latitude",
                        values.part(field, 1),
                        "longitude",
                        values.part(field, 2));
            case CHOICES -> values.of(field);
            case TABLE -> TableValue.rows(values.part(field, 0), field.options().size());
            case TEXT, LONG, DATE, NUMBER, CHOICE, EMAIL, PHONE, URL -> values.part(field, 0);
            case FILE, IMAGE, ARTICLE, DEPARTMENT -> ShownValue.plain(field, values, names);
        };
    }
}
