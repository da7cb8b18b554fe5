package noroshi.forms;

import java.util.ArrayList;
import java.util.List;

/** A table as it is typed or pasted from a sheet: a row a line, cells between tabs or bars. */
final class TableValue {

    private TableValue() {}

    static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        for (var cell : line.strip().replaceAll("^[|｜]|[|｜]$", "").split("[\t|｜]", -1)) cells.add(cell.strip());
        return cells;
    }

    /** Rows of equal length; those that are empty left out. */
    static List<List<String>> rows(String value, int columns) {
        var rows = new ArrayList<List<String>>();
        for (var line : value.split("\n")) {
            if (line.isBlank()) continue;
            var cells = new ArrayList<>(cells(line));
            while (cells.size() < columns) cells.add("");
            rows.add(List.copyOf(cells.subList(0, Math.max(1, Math.min(columns, cells.size())))));
        }
        return rows;
    }
}
