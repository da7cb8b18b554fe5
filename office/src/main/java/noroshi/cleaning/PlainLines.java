package noroshi.cleaning;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lines without markup, as a PDF or a mail gives them. */
final class PlainLines {

    private static final Pattern ENDED = Pattern.compile("[。．！？!?」）)：:]$");
    private static final Pattern BEGINS = Pattern.compile(
            "^([　・·•●○◎■□◆◇※★☆①-⑳]|[(（]?[0-9０-９一二三四五六七八九十]{1,3}[)）.．、　 ]|第[0-9０-９一二三四五六七八九十]+|#|[-*] )");
    private static final int LINES_MIN = 3;
    /** A line of a PDF is as long as its neighbours; shorter lines were ended on purpose. */
    private static final double FULL_LINE = 0.75;

    private static final int LINE_CHARACTERS_MIN = 20;

    /** Every row gets as many cells as the longest has: one long line must not make a million of them. */
    private static final int CELLS_MAX = 200_000;

    private PlainLines() {}

    /** Text with escapes done, '\n' where a line ended: paragraphs at empty lines, a PDF's lines joined. */
    static List<Block> paragraphs(String text) {
        var blocks = new ArrayList<Block>();
        for (var paragraph : text.split("\n[　 ]*\n\\s*")) {
            var words = joined(paragraph
                    .lines()
                    .map(PlainLines::trimmed)
                    .filter(l -> !l.isEmpty())
                    .toList());
            if (!words.isEmpty()) blocks.add(new Block.Words(words));
        }
        return blocks;
    }

    static List<Block> blocks(String source) {
        var text =
                Characters.tidy(source.replace("\r\n", "\n").replace('\r', '\n').replace('\f', '\n'), true);
        var blocks = new ArrayList<Block>();
        var words = new ArrayList<String>();
        var table = new ArrayList<String>();
        for (var line : (text + "\n").split("\n", -1)) {
            if (line.indexOf('\t') >= 0) {
                table.add(line);
                continue;
            }
            flushTable(table, words, blocks);
            words.add(line);
        }
        flushWords(words, blocks);
        return FakeLists.read(blocks);
    }

    /** Rows with as many tabs are a table copied from a sheet; a single one is only words with a gap. */
    private static void flushTable(List<String> rows, List<String> words, List<Block> blocks) {
        if (rows.size() < 2)
            words.addAll(rows.stream().map(row -> row.replace('\t', ' ')).toList());
        else {
            flushWords(words, blocks);
            int columns = rows.stream()
                    .mapToInt(row -> row.split("\t", -1).length)
                    .max()
                    .orElse(1);
            if ((long) columns * rows.size() > CELLS_MAX) {
                blocks.add(new Block.Remark("表が大きすぎるため（%,d行、%,d列）、文字のまま取り込みました。表を分けるか、Excelファイルを添付してください。"
                        .formatted(rows.size(), columns)));
                words.addAll(rows.stream().map(row -> row.replace('\t', ' ')).toList());
            } else
                blocks.addAll(Tables.rows(
                        rows.stream().map(row -> cells(row, columns)).toList(), 1));
        }
        rows.clear();
    }

    private static List<String> cells(String row, int columns) {
        var cells = new ArrayList<String>();
        for (var cell : row.split("\t", -1))
            cells.add(Escaping.cell(Escaping.signs(Escaping.words(Spaces.oneLine(cell)))));
        while (cells.size() < columns) cells.add("");
        return cells;
    }

    private static void flushWords(List<String> lines, List<Block> blocks) {
        blocks.addAll(paragraphs(Escaping.signs(Escaping.words(Spaces.collapsed(String.join("\n", lines))))));
        lines.clear();
    }

    /** Lines that were broken only because the paper ended. */
    private static String joined(List<String> lines) {
        int longest = lines.stream().mapToInt(String::length).max().orElse(0);
        long full =
                lines.stream().filter(l -> l.length() >= longest * FULL_LINE).count();
        boolean broken = lines.size() >= LINES_MIN && longest >= LINE_CHARACTERS_MIN && full * 2 >= lines.size();
        if (!broken) return String.join("\n", lines);
        var out = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (i > 0) out.append(between(lines.get(i - 1), line, longest));
            out.append(line);
        }
        return out.toString();
    }

    private static String between(String before, String line, int longest) {
        boolean meant = ENDED.matcher(before).find() && before.length() <= longest - 2
                || BEGINS.matcher(line).find()
                || before.length() < longest * FULL_LINE;
        if (meant) return "\n";
        boolean japanese =
                Characters.isWide(before.codePointBefore(before.length())) && Characters.isWide(line.codePointAt(0));
        return japanese ? "" : " ";
    }

    /** The blank with which a Japanese paragraph begins is its look, not a word. */
    private static String trimmed(String line) {
        return line.strip().replaceFirst("^　+", "");
    }
}
