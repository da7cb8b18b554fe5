package noroshi.demo;

import static noroshi.platform.Require.require;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A CSV file (RFC 4180) with a header line, as rows of named values. */
record Table(List<Map<String, String>> rows) {

    static Table read(String text) {
        var lines = records(text);
        var header = lines.removeFirst();
        var rows = new ArrayList<Map<String, String>>();
        for (var line : lines) {
            require(
                    line.size() == header.size(),
                    "The line '%s' has %d values, its header %d.",
                    line,
                    line.size(),
                    header.size());
            var row = new LinkedHashMap<String, String>();
            for (int i = 0; i < header.size(); i++) row.put(header.get(i), line.get(i));
            rows.add(row);
        }
        return new Table(rows);
    }

    private static ArrayList<List<String>> records(String text) {
        var records = new ArrayList<List<String>>();
        var record = new ArrayList<String>();
        var value = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"')
                value.append(text.charAt(++i));
            else if (c == '"') quoted = !quoted;
            else if (quoted || (c != ',' && c != '\n' && c != '\r')) value.append(c);
            else if (c != '\r') {
                record.add(value.toString());
                value.setLength(0);
                if (c == '\n') {
                    records.add(List.copyOf(record));
                    record.clear();
                }
            }
        }
        if (!record.isEmpty() || !value.isEmpty()) {
            record.add(value.toString());
            records.add(List.copyOf(record));
        }
        return records;
    }
}
