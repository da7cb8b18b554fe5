package noroshi.checks.page;

import java.util.List;
import noroshi.checks.Rule;
import org.jsoup.nodes.Element;

/** Tables: header cells that are there, that are meant, and that belong to something. */
final class TableRules {

    private static final int DATA_ROWS_MIN = 2;
    private static final int DATA_COLUMNS_MIN = 2;

    private TableRules() {}

    static void look(PageModel page, Verdicts verdicts) {
        for (var element : page.document.getAllElements()) {
            var role = page.role(element);
            boolean table = role.equals("table") || role.equals("grid") || role.equals("treegrid");
            if (!table || !page.isExposed(element) || !page.isVisible(element)) continue;
            boolean isHtml = element.nameIs("table");
            var grid = Grid.of(isHtml ? rows(element) : roleRows(page, element), isHtml);
            for (var cell : grid.cells()) cell(page, element, grid, cell, verdicts);
            if (isHtml) hasHeaders(page, element, grid, verdicts);
        }
    }

    private static void cell(PageModel page, Element table, Grid grid, Grid.Cell cell, Verdicts verdicts) {
        if (!page.isExposed(cell.element())) return;
        if (isHeader(page, cell.element()) && page.isVisible(cell.element()))
            verdicts.passOrFail(
                    Rule.TABLE_HEADER_CELLS,
                    grid.isHeaderOfAny(cell),
                    cell.element(),
                    "見出しセル「" + shortened(cell.element().text()) + "」に対応するセルがありません。表の形を見直すか、普通のセルにしてください。");
        if (!cell.element().hasAttr("headers") || !cell.element().normalName().matches("td|th")) return;
        for (var id : cell.element().attr("headers").strip().split("\\s+"))
            if (!id.isEmpty()) reference(page, table, cell.element(), id, verdicts);
    }

    private static void reference(PageModel page, Element table, Element cell, String id, Verdicts verdicts) {
        var header = page.document.getElementById(id);
        boolean fits = header != null && header != cell && header.closest("table") == table && isHeader(page, header);
        verdicts.passOrFail(
                Rule.TABLE_HEADERS_ATTRIBUTE,
                fits,
                cell,
                "headers属性の「" + shortened(id) + "」は、この表の見出しセルを指していません。見出しセルのidを書いてください。");
    }

    private static boolean isHeader(PageModel page, Element cell) {
        var role = page.role(cell);
        return role.equals("columnheader") || role.equals("rowheader");
    }

    /** A grid of figures without one header cell; tables of one row or column are layout in old pages. */
    private static void hasHeaders(PageModel page, Element table, Grid grid, Verdicts verdicts) {
        var cells = grid.cells();
        if (cells.stream().anyMatch(cell -> isHeader(page, cell.element()))) {
            verdicts.pass(Rule.TABLE_WITHOUT_HEADERS);
            return;
        }
        int rows = cells.stream().mapToInt(cell -> cell.row() + 1).max().orElse(0);
        int columns = cells.stream().mapToInt(cell -> cell.column() + 1).max().orElse(0);
        boolean nested = table.closest("td") != null
                || !table.select("table table, form, h1, h2, h3, h4").isEmpty();
        if (rows < DATA_ROWS_MIN || columns < DATA_COLUMNS_MIN || nested) verdicts.leave(Rule.TABLE_WITHOUT_HEADERS);
        else
            verdicts.fail(
                    Rule.TABLE_WITHOUT_HEADERS,
                    table,
                    "表に見出しセルがありません。見出しの行や列をth要素にしてください。レイアウトのための表なら、表を使わない書き方にしてください。");
    }

    private static List<Element> rows(Element table) {
        return table.select("tr").stream()
                .filter(row -> row.closest("table") == table)
                .toList();
    }

    private static List<Element> roleRows(PageModel page, Element table) {
        return table.getAllElements().stream()
                .filter(e -> page.role(e).equals("row"))
                .toList();
    }

    private static String shortened(String text) {
        return text.length() <= 30 ? text : text.substring(0, 30) + "…";
    }
}
