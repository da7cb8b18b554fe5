package noroshi.checks.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** The cells of a table in their columns and rows, by the rules of HTML for spans. */
final class Grid {

    static final int SPAN_MAX = 1_000;

    record Cell(Element element, int column, int row, int columns, int rows) {

        private boolean sharesColumns(Cell other) {
            return column < other.column + other.columns && other.column < column + columns;
        }

        private boolean sharesRows(Cell other) {
            return row < other.row + other.rows && other.row < row + rows;
        }
    }

    private final List<Cell> cells = new ArrayList<>();

    private Grid() {}

    /** @param rows elements in their order, each with its cells as children */
    static Grid of(List<Element> rows, boolean isHtml) {
        var grid = new Grid();
        Set<Long> taken = new HashSet<>();
        for (int y = 0; y < rows.size(); y++) {
            int x = 0;
            for (var element : rows.get(y).children()) {
                if (isHtml && !element.nameIs("td") && !element.nameIs("th")) continue;
                while (taken.contains(key(x, y))) x++;
                int columns = span(element, isHtml ? "colspan" : "aria-colspan");
                int height = Math.min(span(element, isHtml ? "rowspan" : "aria-rowspan"), rows.size() - y);
                grid.cells.add(new Cell(element, x, y, columns, height));
                for (int i = 0; i < columns; i++) for (int j = 0; j < height; j++) taken.add(key(x + i, y + j));
                x += columns;
            }
        }
        return grid;
    }

    private static long key(int x, int y) {
        return (long) x << 32 | y;
    }

    private static int span(Element element, String attribute) {
        var text = element.attr(attribute).strip();
        return text.matches("[1-9]\\d{0,3}") ? Math.min(Integer.parseInt(text), SPAN_MAX) : 1;
    }

    List<Cell> cells() {
        return cells;
    }

    /** Whether any other cell has this one as a header: named by its headers attribute, else below it or beside it. */
    boolean isHeaderOfAny(Cell header) {
        var id = header.element.id();
        boolean ofColumn = isColumnHeader(header);
        for (var cell : cells) {
            if (cell == header) continue;
            var named = cell.element.attr("headers").strip();
            if (!named.isEmpty()) {
                if (!id.isEmpty() && List.of(named.split("\\s+")).contains(id)) return true;
            } else if (ofColumn ? cell.sharesColumns(header) && cell.row > header.row : isBeside(cell, header))
                return true;
        }
        return false;
    }

    private static boolean isBeside(Cell cell, Cell header) {
        return cell.sharesRows(header) && cell.column > header.column;
    }

    private boolean isColumnHeader(Cell header) {
        var scope = header.element.attr("scope").strip();
        if (scope.startsWith("row") || header.element.attr("role").equals("rowheader")) return false;
        if (scope.startsWith("col") || header.element.attr("role").equals("columnheader")) return true;
        return cells.stream().noneMatch(cell -> cell.element.nameIs("td") && cell.sharesRows(header));
    }
}
