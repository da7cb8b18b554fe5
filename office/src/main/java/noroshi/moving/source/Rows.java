package noroshi.moving.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import noroshi.moving.page.Addresses;
import noroshi.platform.CsvRecords;

/** A CSV file (RFC 4180; comma, semicolon or tab) whose first line names its columns, in Japanese or English. */
public final class Rows {

    private static final int COLUMNS_MAX = 200;
    private static final int LINES_MAX = 1_000_000;
    private static final Map<String, List<String>> NAMES = Map.of(
            "title", List.of("title", "題名", "タイトル", "件名", "記事名"),
            "body", List.of("body", "本文", "内容", "content", "text"),
            "date", List.of("date", "公開日", "掲載日", "日付", "公開日時", "firstpublicat", "published"),
            "changed", List.of("changed", "更新日", "更新日時", "最終更新日", "updated"),
            "address", List.of("address", "url", "アドレス", "番地", "パス", "path", "link"),
            "summary", List.of("summary", "要約", "概要", "説明", "description"),
            "series", List.of("series", "媒体", "分類", "カテゴリ", "カテゴリー", "category"),
            "department", List.of("department", "課室", "担当", "担当課", "所属", "課"));

    private Rows() {}

    public static List<Found> read(byte[] content) {
        var lines = records(Sheet.text(content));
        if (lines.size() < 2) throw new Refused("CSVに見出しの行と1行以上の記事が必要です。ファイルを確かめてください。");
        var columns = columns(lines.getFirst());
        if (!columns.containsKey("title") || !columns.containsKey("body"))
            throw new Refused(
                    "CSVの1行目に「題名」と「本文」の列が必要です（見つかった列: %s）。列の名前を直してください。".formatted(String.join("、", lines.getFirst())));
        if (lines.size() - 1 > Limits.ENTRIES_MAX)
            throw new Refused("CSVの行が%,d行を超えます。分けてください。".formatted(Limits.ENTRIES_MAX));
        var found = new ArrayList<Found>();
        for (int i = 1; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.stream().allMatch(String::isBlank)) continue;
            found.add(row(columns, line, i + 1));
        }
        return found;
    }

    private static Found row(Map<String, Integer> columns, List<String> line, int number) {
        var written = cell(columns, line, "address");
        var address = written.isBlank() ? null : Addresses.resolve("/", written, Items.origin(written));
        return new Sheet()
                .title(cell(columns, line, "title"))
                .meta("noroshi:public", cell(columns, line, "date"))
                .meta("noroshi:changed", cell(columns, line, "changed"))
                .meta("description", cell(columns, line, "summary"))
                .meta("noroshi:series", cell(columns, line, "series"))
                .meta("noroshi:department", cell(columns, line, "department"))
                .body(cell(columns, line, "body"), true)
                .found(address == null ? "/row/" + number : address, null);
    }

    private static String cell(Map<String, Integer> columns, List<String> line, String name) {
        Integer at = columns.get(name);
        if (at == null || at >= line.size()) return "";
        var text = line.get(at);
        return Table.unmarked(text);
    }

    private static Map<String, Integer> columns(List<String> header) {
        var columns = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < Math.min(header.size(), COLUMNS_MAX); i++) {
            var name = header.get(i).strip().toLowerCase(Locale.ROOT);
            int at = i;
            NAMES.forEach((column, names) -> {
                if (names.contains(name)) columns.putIfAbsent(column, at);
            });
        }
        return columns;
    }

    static List<List<String>> records(String text) {
        var read = CsvRecords.read(text, separator(text), LINES_MAX);
        if (read.unclosed())
            throw new Refused("CSVの引用符（\"）が閉じられていません（%d行目から）。ファイルを確かめてください。"
                    .formatted(read.lines().getLast().number()));
        return read.lines().stream().map(CsvRecords.Line::cells).toList();
    }

    private static char separator(String text) {
        var first = text.lines().findFirst().orElse("");
        if (first.indexOf('\t') >= 0) return '\t';
        return first.indexOf(',') < 0 && first.indexOf(';') >= 0 ? ';' : ',';
    }
}
