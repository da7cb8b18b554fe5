package noroshi.platform;

import org.jspecify.annotations.Nullable;

/**
 * Lines of CSV (RFC 4180) as UTF-8 with a byte order mark, which spreadsheets need to see Japanese. A cell that a spreadsheet would run as a
 * formula carries an apostrophe before it.
 */
public final class CsvLines {

    private final StringBuilder out = new StringBuilder("\uFEFF");

    /** @param cells null: an empty cell */
    public CsvLines row(@Nullable Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) out.append(',');
            var cell = cells[i];
            if (cell != null) out.append(quoted(cell.toString()));
        }
        out.append("\r\n");
        return this;
    }

    private static String quoted(String cell) {
        var safe = cell.matches("(?s)^[=+@\\-＝＋－＠\\t\\r].*") && !cell.matches("-?[0-9.,]+") ? "'" + cell : cell;
        return safe.matches("(?s).*[,\"\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    /** What was written since the last time, for writing a long table piece by piece. */
    public String take() {
        var piece = out.toString();
        out.setLength(0);
        return piece;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
