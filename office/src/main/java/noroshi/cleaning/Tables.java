package noroshi.cleaning;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Tables of facts become tables with a header row; tables that only place things beside each other are taken apart. */
final class Tables {

    /** In a table of facts no cell is an essay. */
    private static final int CELL_CHARACTERS_MAX = 400;

    private static final Pattern NUMBER = Pattern.compile("[-−△▲+]?[0-9][0-9,.]*[%％円人件]?");

    private final Wishes wishes;
    private final Blocks blocks;

    Tables(Wishes wishes, Blocks blocks) {
        this.wishes = wishes;
        this.blocks = blocks;
    }

    List<Block> of(Element table) {
        if (isLayout(table)) return apart(table);
        var grid = Grid.of(table, this::words);
        if (grid.rows().isEmpty()) return List.of();
        var out = new ArrayList<Block>();
        var caption = table.selectFirst("> caption");
        if (caption != null && caption.hasText()) out.add(new Block.Words(strong(words(caption, true))));
        if (!grid.title().isEmpty()) out.add(new Block.Words(strong(grid.title())));
        if (grid.merged()) out.add(new Block.Remark("結合されたセルを分けました。表の内容を確かめてください。"));
        out.addAll(rows(shown(grid), grid.heads()));
        return out;
    }

    private static List<List<String>> shown(Grid grid) {
        var rows = new ArrayList<List<String>>();
        for (var row : grid.rows()) {
            boolean head = rows.size() < grid.heads();
            rows.add(
                    row.stream().map(cell -> head ? cell.plain() : cell.words()).toList());
        }
        return rows;
    }

    private static String strong(String words) {
        return words.isEmpty() || words.contains("*") ? words : "**" + words + "**";
    }

    /** @param heads how many of the rows are headers; they become one */
    static List<Block> rows(List<List<String>> rows, int heads) {
        int columns = rows.getFirst().size();
        var head = head(rows, Math.clamp(heads, 1, rows.size()));
        var body = rows.subList(Math.clamp(heads, 1, rows.size()), rows.size());
        if (columns > Cleaning.TABLE_COLUMNS_MAX) return lists(head, body);
        if (columns == 1) return single(rows);
        var lines = new ArrayList<String>();
        lines.add(line(head));
        var rule = new ArrayList<String>();
        for (int i = 0; i < columns; i++) rule.add(isNumeric(body, i) ? "--:" : "---");
        lines.add(line(rule));
        for (var row : body) lines.add(line(row));
        return List.of(new Block.Lines(lines));
    }

    private static List<String> head(List<List<String>> rows, int heads) {
        var head = new ArrayList<String>();
        for (int i = 0; i < rows.getFirst().size(); i++) {
            var names = new ArrayList<String>();
            for (var row : rows.subList(0, heads))
                if (!row.get(i).isEmpty() && !names.contains(row.get(i))) names.add(row.get(i));
            head.add(String.join(" ", names));
        }
        return head;
    }

    /** One column is no table: its cells are paragraphs. */
    private static List<Block> single(List<List<String>> rows) {
        return rows.stream()
                .filter(row -> !row.getFirst().isEmpty())
                .<Block>map(row -> new Block.Words(row.getFirst().replace("\\|", "|")))
                .toList();
    }

    /** Too wide to be read on a telephone: each row as a list of "header: value". */
    private static List<Block> lists(List<String> head, List<List<String>> body) {
        var out = new ArrayList<Block>();
        out.add(new Block.Remark("表が%d列あり、%d列を超えるため、行ごとの箇条書きにしました。表のまま見せるには、列を減らすか、Excelファイルを添付してください。"
                .formatted(head.size(), Cleaning.TABLE_COLUMNS_MAX)));
        var rows = body.isEmpty() ? List.of(head) : body;
        for (var row : rows) {
            var items = new ArrayList<List<Block>>();
            for (int i = 0; i < row.size(); i++)
                if (!row.get(i).isEmpty()) {
                    var name = body.isEmpty() || head.get(i).isEmpty() ? "" : head.get(i) + "：";
                    items.add(List.of(new Block.Words((name + row.get(i)).replace("\\|", "|"))));
                }
            if (!items.isEmpty()) out.add(new Block.Items(0, items));
        }
        return out;
    }

    private static boolean isNumeric(List<List<String>> body, int column) {
        int numbers = 0;
        for (var row : body) {
            var cell = row.get(column);
            if (cell.isEmpty() || cell.equals("-") || cell.equals("－")) continue;
            if (!NUMBER.matcher(cell).matches()) return false;
            numbers++;
        }
        return numbers > 0;
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    /** @param head its row is a header: emphasis there says nothing */
    private String words(Element cell, boolean head) {
        var inlines = head || cell.normalName().equals("th") ? new Inlines(wishes).plain() : new Inlines(wishes);
        return Escaping.cell(Spaces.oneLine(inlines.of(cell)));
    }

    private static boolean isLayout(Element table) {
        var role = table.attr("role");
        if (role.equals("presentation") || role.equals("none")) return true;
        if (!table.select("table table").isEmpty()
                && table.select("> * > tr > th").isEmpty()) return true;
        if (!table.select("> * > tr > th, > thead, > caption").isEmpty()) return false;
        var cells = table.select("> * > tr > td");
        if (cells.size() <= 1 || table.select("> * > tr").stream().allMatch(row -> row.childrenSize() <= 1))
            return true;
        return cells.stream()
                .anyMatch(cell -> cell.text().length() > CELL_CHARACTERS_MAX
                        || !cell.select("h1,h2,h3,h4,h5,h6,hr,form,x-note").isEmpty());
    }

    private List<Block> apart(Element table) {
        var out = new ArrayList<Block>();
        for (var part : table.select("> caption, > * > tr > td, > * > tr > th")) {
            // No longer a cell: a heading in it is a heading of the text.
            part.tagName("div");
            out.addAll(blocks.of(part));
        }
        return out;
    }
}
