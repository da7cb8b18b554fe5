package noroshi.moving.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A CSV of ours as rows of named values. A cell whose first letter would be a formula in a spreadsheet carries a mark before it. */
public final class Table {

    private Table() {}

    public static List<Map<String, String>> read(byte[] content) {
        if (content.length == 0) return List.of();
        var lines = Rows.records(Sheet.text(content));
        var rows = new ArrayList<Map<String, String>>();
        for (var line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            var row = new LinkedHashMap<String, String>();
            var header = lines.getFirst();
            for (int i = 0; i < Math.min(header.size(), line.size()); i++)
                row.put(header.get(i), unmarked(line.get(i)));
            rows.add(row);
        }
        return rows;
    }

    static String unmarked(String cell) {
        return cell.matches("(?s)^'[=+@\\-\\t\\r].*") ? cell.substring(1) : cell;
    }
}
