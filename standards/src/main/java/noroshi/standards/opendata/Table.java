package noroshi.standards.opendata;

import java.util.List;
import java.util.Map;

/**
 * A file's rows under its heading.
 *
 * @param form how it was written, for people: "CSV (UTF-8)"
 * @param columns as they stand in the file, without outer spaces; an unnamed one is called 列N
 */
public record Table(String form, List<String> columns, List<Row> rows) {

    /** More is not a list of places but something else. */
    public static final int ROWS_MAX = 50_000;

    public static final int COLUMNS_MAX = 200;
    public static final int CELL_CHARACTERS_MAX = 20_000;

    /** Of all cells together: in a workbook one long text can stand in a million cells and cost the file nothing. */
    public static final int TEXT_CHARACTERS_MAX = 40_000_000;

    /**
     * @param line in the file where it begins, from 1; of a worksheet the row's number, of GeoJSON the feature's
     * @param cells by column, without outer spaces; empty ones are left out
     * @param surplus values beyond the last column
     */
    public record Row(int line, Map<String, String> cells, int surplus) {

        public Row {
            cells = Map.copyOf(cells);
        }

        public boolean isBlank() {
            return cells.isEmpty() && surplus == 0;
        }

        String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
