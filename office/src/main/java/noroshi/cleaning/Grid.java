package noroshi.cleaning;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jsoup.nodes.Element;

/**
 * A table with every merged cell taken apart: all rows equally long, no empty rows or columns at the edges.
 *
 * @param title a first row that is one cell over all columns; ""
 * @param heads how many of the rows are headers, at least 1 where there is a row; @param merged whether cells were taken apart
 */
record Grid(List<List<Cell>> rows, String title, int heads, boolean merged) {

    /** @param plain without emphasis, for where it turns out to be a header */
    record Cell(String words, String plain) {

        static final Cell EMPTY = new Cell("", "");

        boolean isEmpty() {
            return words.isEmpty();
        }
    }

    private static final int ROWS_MAX = 10_000;
    private static final int COLUMNS_MAX = 1_000;
    private static final int CELLS_MAX = 200_000;

    static Grid of(Element table, BiFunction<Element, Boolean, String> words) {
        var reading = new Reading(words);
        for (var row : table.select("> * > tr, > tr")) reading.row(row);
        return reading.grid();
    }

    private static final class Reading {

        private final BiFunction<Element, Boolean, String> words;
        private final List<List<Cell>> rows = new ArrayList<>();
        /** Cells of earlier rows that reach into the next ones: by column, how many rows more, and their words. */
        private final List<Integer> reaching = new ArrayList<>();

        private final List<Cell> above = new ArrayList<>();
        private int heads;
        private boolean headsEnded;
        private boolean merged;
        /** The first cell reaches over several columns: often the table's name. */
        private boolean firstWide;

        private int cells;
        private String title = "";

        Reading(BiFunction<Element, Boolean, String> words) {
            this.words = words;
        }

        void row(Element tr) {
            if (rows.size() >= ROWS_MAX || cells >= CELLS_MAX) return;
            var row = new ArrayList<Cell>();
            int deepest = 1;
            boolean wide = false;
            for (var cell : tr.children()) {
                if (!cell.normalName().equals("td") && !cell.normalName().equals("th")) continue;
                fromAbove(row);
                int across = span(cell, "colspan");
                int down = span(cell, "rowspan");
                deepest = Math.max(deepest, down);
                wide |= across > 1;
                put(row, cell, across, down);
            }
            fromAbove(row);
            boolean head = isHead(tr);
            if (!headsEnded && (head || rows.isEmpty() && wide && deepest > 1)) heads += head ? 1 : deepest;
            else if (heads <= rows.size()) headsEnded = true;
            cells += row.size();
            rows.add(row);
        }

        private void put(List<Cell> row, Element cell, int across, int down) {
            if ((across > 1 || down > 1) && (!rows.isEmpty() || !row.isEmpty() || down > 1)) merged = true;
            else if (across > 1) firstWide = true;
            var text = new Cell(words.apply(cell, false), words.apply(cell, true));
            boolean head = cell.normalName().equals("th");
            for (int i = 0; i < across && row.size() < COLUMNS_MAX; i++) {
                // A header names each of its columns; a value stands once.
                var shown = i == 0 || head ? text : Cell.EMPTY;
                reach(row.size(), down - 1, shown);
                row.add(shown);
            }
        }

        private void reach(int column, int rows, Cell text) {
            while (reaching.size() <= column) {
                reaching.add(0);
                above.add(Cell.EMPTY);
            }
            reaching.set(column, rows);
            above.set(column, text);
        }

        private void fromAbove(List<Cell> row) {
            while (row.size() < reaching.size() && reaching.get(row.size()) > 0) {
                int column = row.size();
                reaching.set(column, reaching.get(column) - 1);
                row.add(above.get(column));
            }
        }

        private static boolean isHead(Element tr) {
            var parent = tr.parent();
            if (parent != null && parent.normalName().equals("thead")) return true;
            return tr.childrenSize() > 0
                    && tr.children().stream().allMatch(cell -> cell.normalName().equals("th"));
        }

        private static int span(Element cell, String name) {
            var written = cell.attr(name).strip();
            return written.matches("[0-9]{1,4}") ? Math.clamp(Integer.parseInt(written), 1, COLUMNS_MAX) : 1;
        }

        Grid grid() {
            int before = rows.size();
            int columns = rows.stream().mapToInt(List::size).max().orElse(0);
            rows.forEach(row -> {
                while (row.size() < columns) row.add(Cell.EMPTY);
            });
            rows.removeIf(row -> row.stream().allMatch(Cell::isEmpty));
            if (rows.size() != before) heads = Math.min(heads, 1);
            for (int i = columns - 1; i >= 0; i--) {
                int column = i;
                if (rows.stream().allMatch(row -> row.get(column).isEmpty())) rows.forEach(row -> row.remove(column));
            }
            title();
            return new Grid(rows, title, Math.max(1, heads), merged || firstWide && title.isEmpty());
        }

        /** Excel's first row is often the table's name over all columns. */
        private void title() {
            if (rows.size() < 3 || rows.getFirst().size() < 2) return;
            var first = rows.getFirst();
            boolean alone = !first.getFirst().isEmpty()
                    && first.stream().filter(c -> !c.isEmpty()).distinct().count() == 1
                    && (first.stream().skip(1).allMatch(Cell::isEmpty)
                            || first.stream().distinct().count() == 1);
            if (!alone) return;
            title = first.getFirst().plain();
            rows.removeFirst();
            heads = Math.max(1, heads - 1);
        }
    }
}
