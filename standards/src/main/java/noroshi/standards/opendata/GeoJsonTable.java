package noroshi.standards.opendata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Points of a GeoJSON collection (RFC 7946) as rows: their properties, and their place as 緯度 and 経度. */
final class GeoJsonTable {

    static final String LATITUDE = "緯度";
    static final String LONGITUDE = "経度";

    private GeoJsonTable() {}

    static Opened read(String text) throws Unreadable {
        Object root;
        try {
            root = Json.read(text);
        } catch (IllegalArgumentException e) {
            throw new Unreadable("JSONとして読めません（%s）。GeoJSONのファイルを選んでください。".formatted(e.getMessage()));
        }
        if (!(root instanceof Map<?, ?> object)) throw new Unreadable("GeoJSONではありません。FeatureCollectionのファイルを選んでください。");
        if (!(object.get("features") instanceof List<?> features)) {
            var message = object.get("message");
            throw new Unreadable(
                    message instanceof String words ? words : "GeoJSONではありません。FeatureCollectionのファイルを選んでください。");
        }
        if (features.size() > Table.ROWS_MAX)
            throw new Unreadable("%,d件を超えています。ファイルを分けてください。".formatted(Table.ROWS_MAX));
        var columns = new LinkedHashSet<String>();
        var rows = new ArrayList<Table.Row>();
        for (int i = 0; i < features.size(); i++) {
            rows.add(row(i + 1, features.get(i), columns));
            // Columns of every feature's own would make a table of features times columns.
            if (columns.size() > Table.COLUMNS_MAX)
                throw new Unreadable("項目が%dを超えています。避難所や施設の一覧を選んでください。".formatted(Table.COLUMNS_MAX));
        }
        return new Opened.Read(new Table("GeoJSON (UTF-8)", List.copyOf(columns), rows));
    }

    private static Table.Row row(int number, Object feature, LinkedHashSet<String> columns) throws Unreadable {
        var cells = new HashMap<String, String>();
        if (feature instanceof Map<?, ?> object) {
            if (object.get("properties") instanceof Map<?, ?> properties)
                properties.forEach((name, value) -> put(cells, columns, String.valueOf(name), value));
            if (object.get("geometry") instanceof Map<?, ?> geometry
                    && "Point".equals(geometry.get("type"))
                    && geometry.get("coordinates") instanceof List<?> pair
                    && pair.size() >= 2) {
                put(cells, columns, LONGITUDE, pair.get(0));
                put(cells, columns, LATITUDE, pair.get(1));
            }
        }
        for (var value : cells.values())
            if (value.length() > Table.CELL_CHARACTERS_MAX)
                throw new Unreadable(
                        "%d件目に%,d字を超える値があります。一覧のファイルを選んでください。".formatted(number, Table.CELL_CHARACTERS_MAX));
        return new Table.Row(number, cells, 0);
    }

    private static void put(
            Map<String, String> cells,
            LinkedHashSet<String> columns,
            String name,
            @org.jspecify.annotations.Nullable Object value) {
        columns.add(name);
        if (value == null || value instanceof Map || value instanceof List) return;
        var text = value.toString().replace("\0", "").strip();
        if (!text.isEmpty()) cells.put(name, text);
    }
}
