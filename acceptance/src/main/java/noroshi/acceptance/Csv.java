package noroshi.acceptance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table that the office hands out, as rows of named values. */
final class Csv {

    private Csv() {}

    static List<Map<String, String>> read(String text) {
        var records = records(text.replace("\uFEFF", ""));
        var header = records.getFirst();
        var rows = new ArrayList<Map<String, String>>();
        for (var record : records.subList(1, records.size())) {
            var row = new LinkedHashMap<String, String>();
            for (int i = 0; i < header.size(); i++) row.put(header.get(i), i < record.size() ? record.get(i) : "");
            rows.add(row);
        }
        return rows;
    }

    private static List<List<String>> records(String text) {
        var records = new ArrayList<List<String>>();
        var record = new ArrayList<String>();
        var value = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                value.append('"');
                i++;
            } else if (c == '"') quoted = !quoted;
            else if (quoted || c != ',' && c != '\n' && c != '\r') value.append(c);
            else if (c != '\r') {
                record.add(value.toString());
                value.setLength(0);
                if (c == '\n') {
                    records.add(List.copyOf(record));
                    record.clear();
                }
            }
        }
        return records;
    }
}
