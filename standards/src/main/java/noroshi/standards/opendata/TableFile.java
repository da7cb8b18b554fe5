package noroshi.standards.opendata;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens a file by what it holds, whatever its name says. */
public final class TableFile {

    public static final int FILE_BYTES_MAX = 20_000_000;

    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final char MARK = '\uFEFF';

    private TableFile() {}

    /** A line of values with the number of the line on which it begins. */
    record Line(int number, List<String> values) {}

    public static Opened open(byte[] bytes) {
        if (bytes.length == 0) return new Opened.Refused("ファイルが空です。中身のあるファイルを選んでください。");
        if (bytes.length > FILE_BYTES_MAX)
            return new Opened.Refused(
                    "ファイルが大きすぎます（%,d バイト）。%,d バイト以下に分けてください。".formatted(bytes.length, FILE_BYTES_MAX));
        try {
            if (bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K')
                return table("Excel (.xlsx)", trimmed(Workbook.lines(bytes)));
            return text(bytes);
        } catch (Unreadable e) {
            return new Opened.Refused(e.reason());
        }
    }

    private static Opened text(byte[] bytes) throws Unreadable {
        var text = decoded(bytes, StandardCharsets.UTF_8);
        var encoding = "UTF-8";
        if (text == null) {
            text = decoded(bytes, CP932);
            encoding = "CP932";
        }
        if (text == null) throw new Unreadable("文字コードを読み取れません。UTF-8かシフトJIS（CP932）で保存し直してください。");
        if (!text.isEmpty() && text.charAt(0) == MARK) text = text.substring(1);
        var start = text.stripLeading();
        if (start.startsWith("{")) return GeoJsonTable.read(text);
        return table("CSV (%s)".formatted(encoding), CsvText.lines(text));
    }

    private static @Nullable String decoded(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** A worksheet's last rows are often formatted and empty: that is paper, not data. */
    private static List<Line> trimmed(List<Line> lines) {
        int end = lines.size();
        while (end > 0 && lines.get(end - 1).values().stream().allMatch(String::isBlank)) end--;
        return lines.subList(0, end);
    }

    private static Opened table(String form, List<Line> lines) throws Unreadable {
        if (lines.isEmpty()) throw new Unreadable("行がありません。1行目に見出しのある表を選んでください。");
        if (lines.size() - 1 > Table.ROWS_MAX)
            throw new Unreadable("%,d行を超えています。ファイルを分けてください。".formatted(Table.ROWS_MAX));
        var columns = columns(lines.getFirst().values());
        var rows = new ArrayList<Table.Row>();
        long characters = 0;
        for (var line : lines.subList(1, lines.size())) {
            for (var value : line.values()) characters += value.length();
            if (characters > Table.TEXT_CHARACTERS_MAX)
                throw new Unreadable("表の文字が全部で%,d字を超えています。ファイルを分けてください。".formatted(Table.TEXT_CHARACTERS_MAX));
            rows.add(row(columns, line));
        }
        return new Opened.Read(new Table(form, columns, rows));
    }

    private static List<String> columns(List<String> heading) throws Unreadable {
        if (heading.size() > Table.COLUMNS_MAX)
            throw new Unreadable("列が%d を超えています。避難所や施設の一覧を選んでください。".formatted(Table.COLUMNS_MAX));
        var columns = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (int i = 0; i < heading.size(); i++) {
            var name = heading.get(i).replaceAll("\\s+", " ").strip();
            if (name.isEmpty() || !seen.add(name)) name = "列" + (i + 1);
            columns.add(name);
        }
        return columns;
    }

    private static Table.Row row(List<String> columns, Line line) throws Unreadable {
        var cells = new HashMap<String, String>();
        int surplus = 0;
        for (int i = 0; i < line.values().size(); i++) {
            var value = line.values().get(i).replace("\0", "").strip();
            if (value.isEmpty()) continue;
            if (value.length() > Table.CELL_CHARACTERS_MAX)
                throw new Unreadable("%d行目に%,d字を超える値があります。引用符（\"）が閉じているか確かめてください。"
                        .formatted(line.number(), Table.CELL_CHARACTERS_MAX));
            if (i < columns.size()) cells.put(columns.get(i), value);
            else surplus++;
        }
        return new Table.Row(line.number(), cells, surplus);
    }
}
