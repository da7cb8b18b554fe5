package noroshi.moving.page;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A table of facts in Markdown: cells that spanned several places are repeated there; one that is too wide becomes a list. */
final class TableWriter {

    private static final int COLUMNS_MAX = 30;
    private static final int ROWS_MAX = 2_000;
    private static final int SPAN_MAX = 100;

    private final Lines lines;
    private final List<Remark> remarks;

    TableWriter(Lines lines, List<Remark> remarks) {
        this.lines = lines;
        this.remarks = remarks;
    }

    List<String> write(Element table) {
        var out = new ArrayList<String>();
        var caption = table.selectFirst("caption");
        if (caption != null && !caption.text().isBlank()) out.add(Lines.strong(lines.one(caption)));
        var rows = rows(table);
        if (rows.isEmpty()) return out;
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        if (columns > COLUMNS_MAX) {
            remarks.add(Remark.warning("table-wide", "列が%dある表は箇条書きにしました。表に分け直すか、CSVを添付してください。".formatted(columns)));
            out.add(asList(rows));
            return out;
        }
        if (!hasHeader(table))
            remarks.add(Remark.warning("table-without-headers", "見出しのない表があります。最初の行を見出しとしました。合っているかを確かめてください。"));
        out.add(asTable(rows, columns));
        return out;
    }

    private static boolean hasHeader(Element table) {
        var first = table.selectFirst("tr");
        return first != null && !first.select("th").isEmpty() || table.selectFirst("thead") != null;
    }

    private String asTable(List<List<String>> rows, int columns) {
        var out = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            row(out, rows.get(i), columns);
            if (i == 0) out.append("|").append(" --- |".repeat(columns)).append('\n');
        }
        return out.toString();
    }

    private static void row(StringBuilder out, List<String> cells, int columns) {
        out.append('|');
        for (int i = 0; i < columns; i++)
            out.append(' ').append(i < cells.size() ? cells.get(i) : "").append(" |");
        out.append('\n');
    }

    private static String asList(List<List<String>> rows) {
        var out = new StringBuilder();
        for (var row : rows) {
            var cells = row.stream().filter(cell -> !cell.isBlank()).toList();
            if (!cells.isEmpty())
                out.append("- ").append(String.join("、", cells)).append('\n');
        }
        return out.toString();
    }

    private List<List<String>> rows(Element table) {
        var rows = new ArrayList<List<String>>();
        var below = new ArrayList<Span>();
        for (var row : table.select("tr")) {
            if (rows.size() >= ROWS_MAX) break;
            var cells = new ArrayList<String>();
            for (var cell : row.select("> td, > th")) {
                fill(cells, below);
                var text = text(cell);
                int across = span(cell, "colspan");
                int down = span(cell, "rowspan");
                for (int i = 0; i < across; i++) {
                    if (down > 1) set(below, cells.size(), new Span(text, down));
                    cells.add(text);
                }
            }
            fill(cells, below);
            for (int i = 0; i < below.size(); i++)
                if (below.get(i) != null) below.set(i, below.get(i).next());
            if (cells.stream().anyMatch(cell -> !cell.isBlank())) rows.add(cells);
        }
        return rows;
    }

    /** @param left rows that it covers from this one on */
    private record Span(String text, int left) {
        @Nullable
        Span next() {
            return left <= 1 ? null : new Span(text, left - 1);
        }
    }

    private static void fill(List<String> cells, List<@Nullable Span> below) {
        while (cells.size() < below.size()
                && below.get(cells.size()) instanceof Span span
                && span.left() >= 1
                && cells.size() <= COLUMNS_MAX * 4) cells.add(span.text());
    }

    private static void set(List<@Nullable Span> below, int at, Span span) {
        while (below.size() <= at) below.add(null);
        below.set(at, span);
    }

    private String text(Element cell) {
        var text = lines.one(cell).replaceAll("(\\\\\\n|\\n)+", " ").strip();
        if (cell.children().stream().anyMatch(Tags::isBlock)) text = lines.oneFlat(cell);
        return text;
    }

    private static int span(Element cell, String name) {
        var text = cell.attr(name).strip();
        return text.matches("\\d{1,4}") ? Math.clamp(Integer.parseInt(text), 1, SPAN_MAX) : 1;
    }
}
