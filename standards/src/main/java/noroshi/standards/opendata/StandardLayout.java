package noroshi.standards.opendata;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** 自治体標準オープンデータセット「指定緊急避難場所一覧」 in its 39 columns, as CSV (RFC 4180). */
public final class StandardLayout {

    private static final String PLACE = "全国地方公共団体コード,ID,名称,名称_カナ,名称_英字,所在地_全国地方公共団体コード,町字ID,所在地_連結表記,所在地_都道府県,"
            + "所在地_市区町村,所在地_町字,所在地_番地以下,建物名等(方書),緯度,経度,標高,電話番号,内線番号,連絡先メールアドレス,"
            + "連絡先FormURL,連絡先備考（その他、SNSなど）,郵便番号,市区町村コード,地方公共団体名";
    private static final String REST = "指定避難所との重複,想定収容人数,対象となる町会・自治会,URL,画像,画像_ライセンス,備考";
    private static final List<String> COLUMNS = columns();

    public static final String HEADING = csv(COLUMNS);

    private StandardLayout() {}

    public static List<String> columns() {
        var columns = new ArrayList<>(List.of(PLACE.split(",")));
        for (var hazard : Hazard.values()) columns.add(hazard.column());
        columns.addAll(List.of(REST.split(",")));
        return List.copyOf(columns);
    }

    /** @param cells by column; those not named are empty */
    public static String line(Map<String, String> cells) {
        return csv(
                COLUMNS.stream().map(column -> cells.getOrDefault(column, "")).toList());
    }

    /** One line with its CR LF. A cell that a spreadsheet would take for a formula begins with an apostrophe. */
    public static String csv(List<String> cells) {
        return cells.stream().map(StandardLayout::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        var safe = text.matches("(?s)[=+@\\t\\r-].*") && !text.matches("-?[0-9.,()-]+") ? "'" + text : text;
        return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
